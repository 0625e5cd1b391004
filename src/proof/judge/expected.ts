/** Do readings move that must move, and stay that must stay? Each on most seeds, since one reading carries noise. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { LinesEvidence } from '../measure/lines.ts';
import { exhausted, proven, refuted, type Proof } from '../verdict.ts';

export function expected(
  { expectations }: CompiledScenario,
  seeds: readonly LinesEvidence[],
): Proof {
  if (expectations.length === 0)
    return proven('expectations', 'none is written; `--learn` proposes some');
  if (seeds.length === 0) return exhausted('expectations', 'no world was run');
  let torn: string | null = null;
  for (const { id, metric, expect, percent } of expectations) {
    const measured = seeds.flatMap((s) => s.expectations.filter((m) => m.id === id));
    const held = measured.filter((m) => m.holds).length;
    if (held * 2 > measured.length) continue;
    if (held * 2 === measured.length && held > 0) {
      torn ??= id;
      continue;
    }
    const seen = measured
      .map((m) => (m.deviation === null ? 'nothing' : `${m.deviation.toFixed(1)} %`))
      .join(', ');
    return refuted(
      'expectations',
      `\`${id}\`: ${metric} should be ${expect === 'flat' ? 'flat within' : `${expect} by`} ${percent} % and read ${seen}, by seed.`,
      'Mend the fault’s size or scope, or confirm what `--learn` proposes in its place.',
    );
  }
  if (torn !== null)
    return exhausted('expectations', `\`${torn}\` holds on half of ${seeds.length} seeds`);
  return proven('expectations', `${expectations.length} hold on most of ${seeds.length} seeds`);
}
