/**
 * Taking the marks a recording is checked against: of all parts at the page and at every midnight, of the cheap ones
 * after every move. Whatever differs first says where a replay left the recorded run, and in what.
 */
import { Hasher, hashString } from '../determinism/hash.ts';
import { dayOf, MINUTES_PER_DAY } from '../sim/clock.ts';
import { partHash, partHashes } from '../sim/stateHash.ts';
import type { LogEvent } from './events.ts';
import type { Mark } from './mark.ts';
import { now, type Run } from './run.ts';

/** Marks the run as it stands, whole. Costs a pass over the world's arrays. */
export function markDay(run: Run): void {
  add(run, { ...partHashes(run.pair.live), panel: panelHash(run) });
}

/** At midnight only: there every run of the same moves comes by, whatever its observations. */
export function markMidnight(run: Run): void {
  if (now(run) % MINUTES_PER_DAY === 0) markDay(run);
}

/** Marks what costs next to nothing; today's tally stands for the world. */
export function markMove(run: Run): void {
  const { live } = run.pair;
  add(run, { control: partHash(live, 'control'), tallies: partHash(live, 'tallies') });
}

function add(run: Run, hashes: Mark['hashes']): void {
  const last = run.marks.at(-1);
  const events = run.log.filter(isRun);
  const fresh = events.slice(last?.events ?? 0);
  const mark: Mark = {
    tick: now(run),
    day: dayOf(now(run)),
    moves: run.commands.length,
    events: events.length,
    hashes: {
      ...hashes,
      chart: hashString(JSON.stringify(run.chart.state)),
      // Chained, so that a long run does not hash its whole log at every move.
      log: hashString(`${last?.hashes.log ?? ''}${JSON.stringify(fresh)}`),
    },
  };
  run.marks = [...run.marks, mark];
}

/** Refused commands leave no trace in the run, and a recording has none of them. */
function isRun(event: LogEvent): boolean {
  return event.kind !== 'refused';
}

function panelHash(run: Run): string {
  const hasher = new Hasher();
  const epoch = run.pair.epochs.at(-1);
  for (const side of epoch === undefined ? [] : [epoch.live, epoch.twin])
    hasher.array(side.values).array(side.visits).array(side.line);
  return hasher.digest();
}
