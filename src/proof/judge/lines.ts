/** Verdicts on the lines of play: can it be won, is it lost otherwise, and does the remedy need the fault? */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { bestOf, mean } from '../evidence.ts';
import type { LinesEvidence } from '../measure/lines.ts';
import { exhausted, proven, refuted, type Proof } from '../verdict.ts';

/** Share of what is at stake that a remedy may bring without the fault: beyond it, it would teach nothing of the fault. */
const HOLLOW = 0.25;
/** Least harm that doing nothing must do beyond the best line, millions of saves: below it nothing was at stake. */
const STAKE = 0.05;

/** In such an incident nothing is wrong, so nothing is lost by doing nothing. */
export function isNothingRight({ faults, hypotheses }: CompiledScenario): boolean {
  return faults.length === 0 || hypotheses.some((h) => h.truth && h.mechanisms.includes('nothing'));
}

const hours = (minutes: number): string => `${Math.round(minutes / 6) / 10} h`;

export function solvable(scenario: CompiledScenario, seeds: readonly LinesEvidence[]): Proof {
  if (seeds.length === 0) return exhausted('solvable', 'no world was run');
  for (const { seed, references } of seeds)
    for (const { line, recovered, repairsOpen } of references) {
      if (recovered === null)
        return refuted(
          'solvable',
          `“${line}” on ${seed} does not recover within ${hours(scenario.world.horizon)} after the page.`,
          'Shorten what recovery asks for, lengthen `world.horizon`, or mend the line.',
        );
      if (repairsOpen.length > 0)
        return refuted(
          'solvable',
          `“${line}” leaves undone: ${repairsOpen.join('; ')}.`,
          'Add the order to the line, or take the repair out of `recovery.repairs`.',
        );
    }
  const last = Math.max(...seeds.flatMap((s) => s.references.map((r) => r.recovered ?? 0)));
  const won = `every reference recovers on ${seeds.length} seeds, the latest ${hours(last)} after the page`;
  if (isNothingRight(scenario)) return proven('solvable', `${won}; nothing is wrong here`);
  const idle = seeds.find(
    ({ nothing }) => nothing.recovered !== null && nothing.repairsOpen.length === 0,
  );
  if (idle !== undefined)
    return refuted(
      'solvable',
      `Doing nothing wins on ${idle.seed}: what recovery asks for holds ${hours(idle.nothing.recovered ?? 0)} after the page.`,
      'Ask in `recovery` for what only a remedy brings, or for a repair that has to be ordered.',
    );
  const lost = seeds.map((s) => s.nothing.harm - bestOf(s).harm);
  const least = lost.findIndex((harm) => harm < STAKE);
  if (least >= 0)
    return refuted(
      'solvable',
      `Doing nothing on ${seeds[least]!.seed} costs ${lost[least]!.toFixed(2)} million saves more than “${bestOf(seeds[least]!).line}”; ${STAKE} is noise.`,
      'Make the fault larger, let it reach more people, or play a better reference.',
    );
  return proven('solvable', `${won}; doing nothing loses ${mean(lost).toFixed(2)} million saves`);
}

export function necessary(scenario: CompiledScenario, seeds: readonly LinesEvidence[]): Proof {
  if (isNothingRight(scenario))
    return proven('necessary', 'nothing is wrong that could be removed');
  if (seeds.length === 0) return exhausted('necessary', 'no world was run');
  const which = (s: LinesEvidence): number => s.references.indexOf(bestOf(s));
  const helps = mean(seeds.map((s) => s.nothing.harm - bestOf(s).harm));
  const without = mean(
    seeds.map((s) => s.faultless.nothing - (s.faultless.references[which(s)] ?? NaN)),
  );
  const figures = `“${bestOf(seeds[0]!).line}” saves ${helps.toFixed(2)} million with the faults and ${without.toFixed(2)} without them, mean of ${seeds.length} seeds`;
  return without > HOLLOW * helps
    ? refuted(
        'necessary',
        `${figures}: it would help whatever was wrong.`,
        'Choose a remedy that undoes the fault, or a world in which that remedy has nothing else to mend.',
      )
    : proven('necessary', figures);
}
