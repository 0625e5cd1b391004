/** Is it the number or the people? And is the number about what lasts? */
import { METRICS, type MetricId } from '../../sim/metrics.ts';
import { independentOf, metricsOf } from '../bearing.ts';
import { logbookOf, seenBy } from '../logbook.ts';
import { at, broken, kept, principle } from './principle.ts';

export const P11 = principle('P11', 'Doubt the meter', [15, 16], (run) => {
  const book = logbookOf(run);
  const { source } = METRICS[run.scenario.page.rule.metric];
  // Only an alert that passes through the app's own log can be wrong in this way here.
  if (source !== 'client' || book.decidedTick === null) return 'not exercised';
  const decision = book.d0 ?? at(book.closedTick, 'closed');
  const second = seenBy(book, book.decidedTick).find((s) => independentOf(s, 'client'));
  if (second !== undefined)
    return kept(
      'A second count, made without the app’s log, was read before anything was decided.',
      [second, decision],
    );
  return broken('The decision rests on one count, and that count comes from the app.', [decision], {
    reasonable:
      'The alert had a name, a size and an hour; it hardly looked like something to doubt.',
    otherwise:
      'The storage service counts the same saves a second time. Three minutes say whether people do less or are only counted differently.',
  });
});

/** What stays with people, as against what happens under a thumb. */
const LASTING: ReadonlySet<MetricId> = new Set([
  'save_rate',
  'saves',
  'server_saves',
  'saves_per_session',
  'sessions',
  'hide_rate',
  'dwell_rate',
  'topic_entropy',
  'head_share',
  'unique_items',
  'new_creator_share',
  'exposure_gini',
  'tail_labels',
  'head_value',
]);

export const P12 = principle('P12', 'Judge by lasting user value', [1, 3], (run) => {
  const book = logbookOf(run);
  if (book.decidedTick === null) return 'not exercised';
  const before = seenBy(book, book.decidedTick).filter((s) => metricsOf(s).length > 0);
  // What was pinned or weighed is cited; without either, what had been read has to stand for it.
  const cited = new Set([
    ...run.desk.pinned,
    ...run.desk.hypotheses.flatMap((h) => h.links.map((l) => l.reading)),
  ]);
  const named = run.desk.readings.filter((r) => cited.has(r.id));
  const citedSeen = before.filter((s) =>
    named.some((r) => r.tick === s.tick && r.label === s.label),
  );
  const basis = citedSeen.length > 0 ? citedSeen : before;
  if (basis.length === 0) return 'not exercised';
  const lasting = basis.find((s) => metricsOf(s).some((m) => LASTING.has(m)));
  if (lasting !== undefined)
    return kept('The decision rests on what people keep, hide or come back for.', [
      lasting,
      book.d0,
    ]);
  return broken(
    'Everything the decision rests on is a matter of a moment: closeups, or milliseconds.',
    [basis[0], book.d0],
    {
      reasonable:
        'Those numbers are plentiful and move at once, which is why dashboards put them first.',
      otherwise:
        'Saves, hides and visits are fewer and slower, and they are what a person would miss.',
    },
  );
});
