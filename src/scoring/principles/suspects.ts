/** A change close in time is a suspect; a hypothesis is something a reading can contradict. */
import type { Judged } from '../judged.ts';
import { cuts, independentOf, tests, views } from '../bearing.ts';
import { commandsOf, logbookOf, seenBy, type Order, type Seen } from '../logbook.ts';
import { reverses } from '../means.ts';
import { at, broken, kept, principle } from './principle.ts';

/** Orders that treat a recent change as guilty. */
function accuses({ scenario }: Judged, order: Order): 'model' | 'build' | null {
  if (reverses(scenario, order.spec)) return 'model';
  return order.spec.kind === 'pause-release' || order.spec.kind === 'fix-client' ? 'build' : null;
}

/** Could this reading have cleared the accused: a control beside it, its onset, its reach? */
function clears(accused: 'model' | 'build', seen: Seen): boolean {
  if (accused === 'build')
    return cuts(seen, 'build', 'platform') || tests(seen, 'event-audit') || views(seen, 'sources');
  return (
    cuts(seen, 'arm', 'model', 'platform', 'build') ||
    views(seen, 'experiments', 'model', 'features') ||
    tests(seen, 'replay', 'shadow', 'reroute') ||
    (seen.look?.view === 'metric' && independentOf(seen, 'client'))
  );
}

export const P02 = principle(
  'P02',
  'A change close in time is a suspect, not a culprit',
  [15, 16],
  (run) => {
    const book = logbookOf(run);
    const accusing = book.orders.find((o) => accuses(run, o) !== null);
    const list = book.seen.find((s) => views(s, 'changes'));
    if (accusing === undefined) {
      const cleared = seenBy(book, book.decidedTick).find((s) => clears('model', s));
      if (list === undefined || cleared === undefined || book.decidedTick === null)
        return 'not exercised';
      return kept(
        'The list of changes was read, and the nearest change faced a reading that could clear it.',
        [list, cleared],
      );
    }
    const accused = accuses(run, accusing) ?? 'model';
    const test = seenBy(book, accusing.tick).find((s) => clears(accused, s));
    if (test !== undefined)
      return kept(
        list === undefined
          ? 'The accused change faced a reading that could have cleared it. The list of other changes stayed closed.'
          : 'The accused change faced a reading that could have cleared it.',
        [list, test, accusing],
      );
    return broken(
      `“${accusing.label}” named a change that no reading had been able to clear.`,
      [list, accusing],
      {
        reasonable:
          'Something new and something wrong within an hour: most people would have looked there first, and often rightly.',
        otherwise:
          accused === 'model'
            ? 'Those who got the same version and are fine, or those who fell without it, would have said so within two minutes.'
            : 'A cut by app version beside a count made on the server says at once whether the release is meant.',
      },
    );
  },
);

export const P03 = principle('P03', 'Hypotheses predict; tests can fail', [16], (run) => {
  const book = logbookOf(run);
  if (book.decidedTick === null) return 'not exercised';
  const raised = [...commandsOf(run, 'hypothesise'), ...commandsOf(run, 'suspect')].toSorted(
    (a, b) => a.tick - b.tick,
  );
  const failed = failureOf(run, book.seen);
  const predicted = book.seen.find((s) => s.predicted);
  const entries = [
    at(raised[0]?.tick ?? null, 'the first hypothesis'),
    at(raised[1]?.tick ?? null, 'a second one'),
    failed,
    predicted,
  ];
  if (run.desk.hypotheses.length >= 2 && failed !== null)
    return kept(
      predicted === undefined
        ? 'More than one explanation stood, and a reading was allowed to take one down.'
        : 'More than one explanation stood, a reading was predicted, and one was allowed to fall.',
      entries,
    );
  return broken(
    run.desk.hypotheses.length < 2
      ? 'One explanation at most stood on the board; nothing could be told from anything else.'
      : 'Several explanations stood, and no reading was allowed to count against any of them.',
    [...entries, at(book.decidedTick, 'the decision')],
    {
      reasonable:
        'The first explanation fitted what had been seen, and it may well have been right.',
      otherwise:
        'Asking what the rival would show costs one look; a reading on which both agree tells nothing about either.',
    },
  );
});

/** An explanation that lost ground after a reading came: struck, weighed against, or believed less. */
function failureOf(
  run: Judged,
  seen: readonly Seen[],
): { readonly tick: number; readonly label: string } | null {
  for (const h of run.desk.hypotheses) {
    const raisedTick = h.history[0]?.tick ?? 0;
    const read = (until: number): boolean =>
      seen.some((s) => s.tick >= raisedTick && s.tick <= until);
    const lowered = h.history.find(
      (x, i) => i > 0 && x.confidence < (h.history[i - 1]?.confidence ?? 0) && read(x.tick),
    );
    if (lowered !== undefined)
      return { tick: lowered.tick, label: `less confidence in “${h.label}”` };
    const against = h.links.find((l) => l.relation === 'refutes');
    const reading = run.desk.readings.find((r) => r.id === against?.reading);
    if (reading !== undefined)
      return { tick: reading.tick, label: `${reading.label}, against “${h.label}”` };
    const strike = commandsOf(run, 'strike').find(
      (c) => c.command.hypothesis === h.id && c.command.struck && read(c.tick),
    );
    if (h.struck && strike !== undefined)
      return { tick: strike.tick, label: `struck “${h.label}”` };
  }
  return null;
}
