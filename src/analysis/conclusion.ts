/** What all the runs of an analysis come to: harm of the lines, the truth about the radius, where it turned. */
import { conditionHolds } from '../session/advance.ts';
import type { Run } from '../session/run.ts';
import { impactOf } from './impact.ts';
import { witnessOf, type LayerTruth } from './layers.ts';
import { recoveryBounds } from './recovery.ts';
import { hurtShare, remedyShare, repairsOpen } from './remedies.ts';
import type { Stage } from './stage.ts';
import { turnsOf, type Turn } from './swing.ts';
import type { LineOutcome, LineTask } from './tasks.ts';

export interface Analysis {
  readonly stage: Stage;
  readonly lines: readonly LineOutcome[];
  readonly layers: readonly LayerTruth[];
  readonly witness: boolean | null;
  readonly turns: readonly Turn[];
  /** Share of sessions the remedies cover, null without a remedy; share of sessions hurt now or later. */
  readonly remedyShare: number | null;
  readonly hurtShare: number;
  readonly recovered: boolean;
  readonly relapsed: boolean;
  readonly repairsOpen: readonly string[];
  /** 0: as bad as the worse of doing nothing and a rollback for everyone; 1: as good as the best line. */
  readonly impact: number;
}

/** `outcomes`: of every task of the run, in any order. */
export function conclude(
  run: Run,
  stage: Stage,
  layers: readonly LayerTruth[],
  outcomes: readonly LineOutcome[],
): Analysis {
  const of = (line: LineTask['line']): LineOutcome => {
    const found = outcomes.find((o) => o.task.line === line);
    if (found === undefined) throw new Error(`The line “${line}” was not run.`);
    return found;
  };
  const nothing = of('nothing');
  const you = of('you');
  const rollback = of('rollback');
  const everything = of('everything');
  const reference = bestReference(outcomes) ?? nothing;
  return {
    stage,
    lines: [nothing, you, reference, rollback, everything],
    layers,
    witness: witnessOf(run, layers),
    turns: turnsOf(run, outcomes, you.curve.total),
    remedyShare: remedyShare(run),
    hurtShare: hurtShare(layers.filter((l) => l.layer !== 'reading')),
    recovered:
      run.log.some((e) => e.kind === 'state' && e.state === 'recovered') ||
      (run.pair.live.applied.length > 0 &&
        recoveryBounds(run.scenario).every((bound) => conditionHolds(run, bound))),
    relapsed: you.relapsed,
    repairsOpen: repairsOpen(run),
    impact: impactOf(you.curve.total, {
      nothing: nothing.curve.total,
      rollback: rollback.curve.total,
      reference: reference.curve.total,
    }),
  };
}

/** Of equal ones the first in the scenario, whatever came in first. */
function bestReference(outcomes: readonly LineOutcome[]): LineOutcome | undefined {
  const whichOf = ({ task }: LineOutcome): number => (task.line === 'reference' ? task.which : -1);
  return outcomes
    .filter(({ task }) => task.line === 'reference')
    .toSorted((a, b) => a.curve.total - b.curve.total || whichOf(a) - whichOf(b))[0];
}
