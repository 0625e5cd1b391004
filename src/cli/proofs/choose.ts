/** Which incidents a quick run lives through: what has changed since the last report, and a tenth that goes round. */
import type { CompiledScenario } from '../../scenario/compiled.ts';

const PARTS = 10;

/** `day`: any count that goes up by one a day. */
export function inRotation(
  library: readonly CompiledScenario[],
  day: number,
): readonly CompiledScenario[] {
  const many = Math.ceil(library.length / PARTS);
  return Array.from({ length: Math.min(many, library.length) }, (_, k) => {
    return library[(day * many + k) % library.length]!;
  });
}
