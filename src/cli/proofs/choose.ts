/** Which incidents a quick run lives through: what has changed since the last report, and a tenth that goes round. */
import type { CompiledScenario } from '../../scenario/compiled.ts';

const PARTS = 10;

/** `day`: any count that goes up by one a day. In ten days each has its turn, once; of fewer than ten, one a day. */
export function inRotation(
  library: readonly CompiledScenario[],
  day: number,
): readonly CompiledScenario[] {
  const { length } = library;
  if (length < PARTS) return library.filter((_, k) => k === day % length);
  const from = (k: number): number => Math.floor((k * length) / PARTS);
  const part = day % PARTS;
  return library.slice(from(part), from(part + 1));
}
