/** All that is asked of the hypotheses' worlds before a run can be weighed: what it read, and what it could have read. */
import { beginTick } from '../../scenario/handover.ts';
import type { Run } from '../../session/run.ts';
import { readingsOf } from '../belief/readings.ts';
import type { AtQuery } from '../belief/foretold.ts';
import type { Asked } from '../belief/sampled.ts';
import { plainQuery, readOf } from '../belief/trace.ts';
import { candidatesAt, type Candidate } from './candidates.ts';
import { pointsOf } from './points.ts';

/** Looks that could have been taken: where the player begins, and at the first change. */
function offered(run: Run): Candidate[] {
  const [first] = pointsOf(run);
  const ticks = [beginTick(run.scenario), ...(first === undefined ? [] : [first.tick])];
  return [...new Set(ticks)].flatMap((tick) => candidatesAt(run.scenario, tick));
}

/** In the order in which they are foretold. */
export function queriesOfRun(run: Run): AtQuery[] {
  return [...readOf(run).map(plainQuery), ...offered(run).flatMap(({ queries }) => queries)];
}

/** A look that was on offer, with the groups it would have shown. */
export interface OfferedLook {
  readonly label: string;
  readonly minutes: number;
  /** Minute for which it was foretold. */
  readonly tick: number;
  readonly asked: readonly Asked[];
}

export function offeredLooks(run: Run): OfferedLook[] {
  let at = readOf(run).length;
  return offered(run).map(({ label, minutes, queries }) => ({
    label,
    minutes,
    tick: queries[0]!.tick,
    asked: queries.map((query) => ({
      at: at++,
      query,
      groups: readingsOf(run.observer, query, query.tick),
    })),
  }));
}
