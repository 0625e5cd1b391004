/** Who is hurt, where in the world, and who pays for the average. */
import { cuts, familiesCut, metricsOf, breadthOf, views } from '../bearing.ts';
import { claimAt, logbookOf, seenBy } from '../logbook.ts';
import { heals, isLoop, scopeOf, turnsOnExperiment } from '../means.ts';
import { at, broken, kept, principle } from './principle.ts';

/** A claim that found this share of the hurt, in which this share was hurt, is right enough to have needed one cut only. */
const FOUND = { recall: 0.8, precision: 0.5 } as const;

export const P01 = principle('P01', 'Know who is hurt before asking why', [16], (run, findings) => {
  const book = logbookOf(run);
  if (book.decidedTick === null) return 'not exercised';
  // A system-wide count cannot be cut by people; what is read there is who is shown.
  const before = seenBy(book, book.decidedTick).filter(
    (s) => familiesCut([s]).size > 0 || views(s, 'ecosystem'),
  );
  const families = familiesCut(before).size + (before.some((s) => views(s, 'ecosystem')) ? 1 : 0);
  const stated = claimAt(run, book.decidedTick);
  const declared = at(run.desk.radiusHistory[0]?.tick ?? null, 'the radius declared');
  const decision = book.d0 ?? at(book.closedTick, 'closed');
  if (stated !== null && families >= 2)
    return kept('Cut along unrelated lines and written down before anything was changed.', [
      ...before.slice(0, 3),
      declared,
    ]);
  const found = findings.layers.some(
    (l) => (l.recall ?? 0) >= FOUND.recall && (l.precision ?? 0) >= FOUND.precision,
  );
  if (stated !== null && families === 1 && found)
    return kept('One cut, and the circle drawn from it held: it found nearly all of the hurt.', [
      before[0],
      declared,
    ]);
  return broken(
    before.length === 0
      ? 'The decision came before any cut of the population.'
      : stated === null
        ? 'Cuts were read, but no radius was written down before the decision.'
        : 'One line of cutting only; what else moved with it stayed open.',
    [...before.slice(0, 2), declared, decision],
    {
      reasonable:
        'The page already named a group, and every minute of scoping costs people something.',
      otherwise:
        'Two cuts that have nothing to do with each other take about two minutes and show who is fine as well as who is not.',
    },
  );
});

export const P19 = principle('P19', 'Read regions and languages separately', [14], (run) => {
  const book = logbookOf(run);
  const wide = book.orders.find(
    (o) =>
      breadthOf(scopeOf(o.spec)) === 'everyone' ||
      (!o.hold && scopeOf(o.spec) === null && heals(run.scenario, o.spec)),
  );
  // A narrow remedy rests on another dimension; there the scope was not unknown.
  if (wide === undefined) return 'not exercised';
  // Where the hurt had been drawn along other lines, it was no longer unknown.
  const claim = claimAt(run, wide.tick);
  const drawn = [claim?.hurtNow, claim?.reading].some((l) => breadthOf(l ?? null) === 'part');
  if (drawn) return 'not exercised';
  const read = seenBy(book, wide.tick).find((s) => cuts(s, 'region'));
  if (read !== undefined)
    return kept('Regions were read side by side before something went to everyone.', [read, wide]);
  return broken('An order for everyone went out with no region read on its own.', [wide], {
    reasonable: 'The whole moved, so the whole was treated; a region rarely stands out on a total.',
    otherwise:
      'One cut by region would have said whether a small place carried the loss, or was about to carry the cure.',
  });
});

export const P20 = principle('P20', 'Ask who pays for the average', [24], (run) => {
  const book = logbookOf(run);
  const { scenario } = run;
  const loop = isLoop(scenario);
  const promoted = book.orders.find((o) => o.spec.kind === 'promote-model');
  const isAsked = loop || promoted !== undefined || turnsOnExperiment(scenario, book.orders);
  if (book.decidedTick === null || !isAsked) return 'not exercised';
  const decided = promoted?.tick ?? book.decidedTick;
  const read = seenBy(book, decided).find((s) =>
    loop
      ? metricsOf(s).some((m) => m === 'new_creator_share' || m === 'exposure_gini')
      : cuts(s, 'activity', 'tenure', 'history'),
  );
  const decision = promoted ?? book.d0 ?? at(book.closedTick, 'closed');
  if (read !== undefined)
    return kept(
      loop
        ? 'Who gets shown was read by creator before the gain in saves was taken at its word.'
        : 'Groups of people were read apart before the mean of the arm was believed.',
      [read, decision],
    );
  return broken('A mean was acted on without reading who stands behind it.', [decision], {
    reasonable: 'The mean is up, and means are what launches and weekly reports are measured by.',
    otherwise: loop
      ? 'Exposure by creator shows that the gain was taken from those who began this month.'
      : 'The same read-out by cohort shows that those who give most were losing while others gained.',
  });
});
