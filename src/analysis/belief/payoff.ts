/**
 * What lines of play would have cost, were each hypothesis so: every line in a small world with the hypothesis' own
 * faults. Belief only weighs this table; it never changes it.
 */
import type { CompiledScenario, PlayLine } from '../../scenario/compiled.ts';
import { startRun } from '../../session/replay.ts';
import type { Run } from '../../session/run.ts';
import { newestReversal, nothingLine, referenceLine, REFLEX_MINUTES } from '../lines.ts';
import { recordTwin } from '../stage.ts';

/** A line of play to be weighed. */
export interface WeighedLine {
  readonly id: string;
  readonly label: string;
  readonly line: PlayLine;
}

/** Harm of each line under a hypothesis, millions of saves to the harm horizon, in the order of `lines`. */
export function payoffsOf(
  scenario: CompiledScenario,
  hypothesis: string,
  seed: string,
  lines: readonly WeighedLine[],
): number[] {
  const { faults } = scenario.hypotheses.find((h) => h.id === hypothesis) ?? { faults: null };
  if (faults === null) throw new Error(`The hypothesis ${hypothesis} cannot be run.`);
  const page = startRun(
    { ...scenario, faults, world: { ...scenario.world, preset: 'check' } },
    seed,
  );
  const { stage } = recordTwin(page);
  return lines.map(({ line }) =>
    line.steps.length === 0
      ? nothingLine(page, stage).curve.total
      : referenceLine(page, stage, line).curve.total,
  );
}

/** What a run is weighed against: its own changes to production, doing nothing, and the lines its incident knows. */
export function weighedLines(run: Run): WeighedLine[] {
  const { scenario } = run;
  const { pageTick } = scenario.world;
  const own = run.log.flatMap((event) =>
    event.kind === 'command' && event.command.kind === 'act'
      ? [{ afterMinutes: event.tick - pageTick, act: event.command.act }]
      : [],
  );
  const reversal = newestReversal(run);
  const rollback = reversal === null ? [] : [{ afterMinutes: REFLEX_MINUTES, act: reversal }];
  const weighed = (id: string, label: string, steps: PlayLine['steps']): WeighedLine => ({
    id,
    label,
    line: { id, label, steps },
  });
  return [
    weighed('you', 'what you did', own),
    weighed('nothing', 'nothing', []),
    ...(rollback.length === 0 ? [] : [weighed('rollback', 'the newest ranker back', rollback)]),
    ...[...scenario.references, ...scenario.wrong].map((line) =>
      weighed(line.id, line.label, line.steps),
    ),
  ];
}
