/** One world of an incident, lived through by every line of play: what most proofs rest on, as plain data. */
import {
  everythingLine,
  nothingLine,
  referenceLine,
  rollbackLine,
  undoneLine,
  type Line,
} from '../../analysis/lines.ts';
import { layersOf } from '../../analysis/layers.ts';
import { repairsOpen } from '../../analysis/remedies.ts';
import { recordTwin } from '../../analysis/stage.ts';
import type { Facts } from '../../incident/facts.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { startRun } from '../../session/replay.ts';
import { forkRun, type Run } from '../../session/run.ts';
import type { Course } from '../chart/courses.ts';
import { seenNeeds, type SeenNeed } from '../chart/matters.ts';
import { closedAt, toldOf } from '../chart/told.ts';
import { expectationsIn, type Measured } from './expectations.ts';
import { radiusIn, type RadiusFound } from './radius.ts';
import { emptied, recorderOf, recoveredAt } from './recorder.ts';
import { faultlessHarms, type FaultlessHarms } from './faultless.ts';
import { inWorld } from '../../scenario/inWorld.ts';

export interface MeasuredLine {
  readonly line: string;
  /** From the page to the horizon of harm, millions of saves. */
  readonly harm: number;
  /** Minutes after the page at which recovery had held long enough; null: not before the case closes. */
  readonly recovered: number | null;
  readonly repairsOpen: readonly string[];
}

export interface LinesEvidence {
  readonly seed: string;
  readonly nothing: MeasuredLine;
  readonly rollback: MeasuredLine;
  readonly everything: MeasuredLine;
  readonly references: readonly MeasuredLine[];
  readonly wrong: readonly MeasuredLine[];
  /** The same world with nothing wrong in it. */
  readonly faultless: FaultlessHarms;
  /** Ways of the chart without which something would have been otherwise. */
  readonly needs: readonly SeenNeed[];
  readonly expectations: readonly Measured[];
  readonly radius: RadiusFound;
}

/** In the small world. Throws what `createWorld` throws. */
export function measureLines(scenario: CompiledScenario, seed: string): LinesEvidence {
  const small = inWorld(scenario, 'check');
  const opened = startRun(small, seed);
  const recorder = recorderOf(small, opened.incident);
  const page = { ...opened, incident: recorder.incident };
  const { stage, twin } = recordTwin(page);
  const { pageTick, horizon } = small.world;
  const told = toldOf(small.chart);
  const lived: { line: string; course: Course }[] = [];
  const ends = new Map<string, Run>();
  const played = (id: string, play: () => Line): MeasuredLine => {
    emptied(recorder);
    const { curve, end } = play();
    ends.set(id, end);
    lived.push(...closings(id, [...recorder.observations], told));
    const at = recoveredAt(recorder, small.recovery.holdMinutes);
    return {
      line: id,
      harm: curve.total,
      recovered: at === null || at > pageTick + horizon ? null : at - pageTick,
      repairsOpen: repairsOpen(end),
    };
  };
  const nothing = played('nothing', () => nothingLine(page, stage));
  const evidence: Omit<LinesEvidence, 'needs'> = {
    seed,
    nothing,
    rollback: played('rollback', () => rollbackLine(page, stage)),
    everything: played('everything', () => everythingLine(page, stage)),
    references: small.references.map((line) =>
      played(line.id, () => referenceLine(page, stage, line)),
    ),
    wrong: small.wrong.map((line) => played(line.id, () => referenceLine(page, stage, line))),
    faultless: faultlessHarms(opened),
    expectations: expectationsIn(forkRun(opened)),
    radius: radiusIn(page, layersOf(page, page, ends.get('nothing')!.pair.live, twin)),
  };
  const [line] = small.references;
  if (line !== undefined)
    played(`${line.id}, then undone`, () => undoneLine(page, stage, line, horizon / 2));
  return { ...evidence, needs: seenNeeds(small, lived, seed) };
}

/** The course of a line, the same with everything looked at and said, and closed at each of its observations. */
function closings(
  line: string,
  course: Course,
  told: (facts: Facts) => Facts,
): { line: string; course: Course }[] {
  return [
    { line, course },
    { line: `${line}, with notes`, course: course.map((o) => ({ ...o, facts: told(o.facts) })) },
    ...course.map((_, i) => ({ line: `${line}, closed`, course: closedAt(course, i) })),
  ];
}
