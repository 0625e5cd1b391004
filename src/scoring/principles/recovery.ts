/** Recovery is read where it hurt, and elsewhere, after the remedy has taken effect. */
import { METRICS } from '../../sim/metrics.ts';
import type { Dimension } from '../../sim/segments.ts';
import { cuts, cutsOf, dimensionsIn, metricsOf, views } from '../bearing.ts';
import { isEveryone } from '../../session/words.ts';
import type { Judged } from '../judged.ts';
import { claimAt, logbookOf, standingOfAll, type Logbook, type Seen } from '../logbook.ts';
import { heals } from '../means.ts';
import { at, broken, kept, principle } from './principle.ts';

/** An open view goes on; one that stood open this long after the effect has shown what came of it. */
const STOOD_OPEN = { minutes: 30, days: 1440 } as const;
const LIVE = ['metric', 'sources', 'experiments', 'ecosystem', 'model', 'funnel'] as const;

export const P08 = principle(
  'P08',
  'Prove recovery where it hurt, and look for the remainder',
  [15, 20],
  (run) => {
    const book = logbookOf(run);
    const remedy = standingOfAll(book).find((o) => heals(run.scenario, o.spec));
    if (remedy === undefined || remedy.effectTick > book.endTick) return 'not exercised';
    const after = readAfter(run, book, remedy.effectTick);
    const where = placesOf(run);
    const hurt = after.find((s) => readsWhere(run, s, where));
    const elsewhere = after.find(
      (s) =>
        s !== hurt &&
        metricsOf(s).length > 0 &&
        JSON.stringify(s.look) !== JSON.stringify(hurt?.look),
    );
    // A cut shows both at once: the group that was hurt and those beside it.
    const beside = hurt !== undefined && cutBeside(hurt) ? hurt : elsewhere;
    if (hurt !== undefined && beside !== undefined)
      return kept(
        hurt.tick < remedy.effectTick
          ? 'A view of those who were hurt, and of others beside them, stood open long enough after the remedy to show what came of it.'
          : readWitness(run, after)
            ? 'After the remedy, those who were hurt were read again, and so was the witness named as fine.'
            : 'After the remedy, those who were hurt and others beside them were read again.',
        [remedy, hurt, beside],
      );
    return broken(
      hurt === undefined
        ? 'After the remedy nothing was read among those who had been hurt.'
        : 'Recovery was read where it hurt, and nowhere else: a new loss elsewhere would not have been seen.',
      [remedy, hurt, at(book.closedTick, 'closed')],
      {
        reasonable: 'The page had gone quiet, and the total was back inside its band.',
        otherwise:
          'A total recovers long before its smallest part; one cut of the same group, an hour later, tells the two apart.',
      },
    );
  },
);

function readAfter(run: Judged, book: Logbook, effectTick: number): Seen[] {
  const stood = book.endTick - effectTick >= STOOD_OPEN[run.scenario.clock];
  return book.seen.filter((s) => s.tick >= effectTick || (stood && views(s, ...LIVE)));
}

function readWitness(run: Judged, after: readonly Seen[]): boolean {
  const dimensions = dimensionsIn(run.desk.radius.witness);
  return dimensions.length > 0 && after.some((s) => cuts(s, ...dimensions));
}

interface Places {
  readonly dimensions: readonly Dimension[];
  readonly metrics: readonly string[];
  /** Drawn around everyone: no part has to be read apart, but one of the figures that matter has to be. */
  readonly everyone: boolean;
  readonly judged: readonly string[];
}

/** Where it hurt: as the player had drawn it, and as the incident will be judged recovered. */
function placesOf(run: Judged): Places {
  const claim = claimAt(run, null);
  const { conditions } = run.scenario.recovery;
  return {
    dimensions: [
      ...dimensionsIn(claim?.hurtNow ?? null),
      ...dimensionsIn(claim?.reading ?? null),
      ...dimensionsIn(claim?.hurtLater ?? null),
      ...conditions.flatMap((c) => dimensionsIn(c.scope)),
    ],
    // Figures of the whole system have no segment: there the figure itself is the place.
    metrics: conditions.map((c) => c.metric).filter((m) => !METRICS[m].cuttable),
    everyone: [claim?.hurtNow, claim?.reading, claim?.hurtLater].some(
      (layer) => layer !== undefined && layer !== null && isEveryone(layer),
    ),
    judged: [run.scenario.page.rule.metric, ...conditions.map((c) => c.metric)],
  };
}

function readsWhere(_run: Judged, seen: Seen, where: Places): boolean {
  if (metricsOf(seen).some((m) => where.metrics.includes(m))) return true;
  const shows = metricsOf(seen).length > 0 || views(seen, 'person', 'funnel');
  if (where.everyone && metricsOf(seen).some((m) => where.judged.includes(m))) return true;
  return shows && cuts(seen, ...where.dimensions);
}

function cutBeside(seen: Seen): boolean {
  const { look } = seen;
  if (look === null) return false;
  if (look.view === 'lens' || look.view === 'metric')
    return look.view === 'lens' ? look.by.length > 0 : look.by !== null;
  return look.view === 'experiments' || (look.view === 'ecosystem' && cutsOf(seen).length === 0);
}
