import type { CompiledScenario } from '../scenario/compiled.ts';

/** What is on offer to say, without what it must rest on: by that is judged what was said, and nobody plays by it. */
export function offersSaid({ offers }: Pick<CompiledScenario, 'offers'>): object[] {
  return offers.map((offer) => ({
    ...offer,
    registers: offer.registers.map(({ id, text }) => ({ id, text })),
  }));
}
