/** What came of a run, in a few plain facts: the verdict sentence and the interview answer are built from these alone. */
import { beginTick } from '../scenario/handover.ts';
import type { HypothesisSpec } from '../scenario/compiled.ts';
import { READING_HOURS } from '../session/panels/series.ts';
import { breadthOf } from './bearing.ts';
import { enoughTick, promptWithin } from './enough.ts';
import type { Findings } from './findings.ts';
import type { Judged } from './judged.ts';
import { logbookOf, standingOfAll, type Order } from './logbook.ts';
import { thingOf } from './mechanismWords.ts';
import { hasNarrowLever, heals, isReferenceMove, reverses, scopeOf } from './means.ts';

export interface Outcome {
  /** The mechanism as a thing that can be found. */
  readonly thing: string;
  readonly cause: 'right' | 'wrong' | 'nothing' | 'unnamed';
  readonly claimed: HypothesisSpec | null;
  readonly truth: HypothesisSpec | null;
  readonly radius: 'found' | 'overdrawn' | 'missed' | 'unsaid';
  /** `hold`: only stop-gaps stand. `undone`: a remedy was ordered and taken back. */
  readonly remedy: 'narrow' | 'fitting' | 'global' | 'wrong' | 'hold' | 'undone' | 'none';
  readonly order: Order | null;
  /** The order is of whoever had the shift before, and was left standing. */
  readonly handed: boolean;
  /** Minutes beyond prompt between sufficient evidence and the remedy; null where prompt or unknown. */
  readonly late: number | null;
  /** The remedy was ordered before the readings sufficed. */
  readonly early: boolean;
  readonly recovered: boolean;
  /** When the case ended what had been ordered had been in effect as long as a panel reads. */
  readonly shown: boolean;
  readonly relapsed: boolean;
  readonly repairsOpen: readonly string[];
  readonly helpful: boolean;
}

export function outcomeOf(run: Judged, findings: Findings): Outcome {
  const { scenario, desk } = run;
  const truth = scenario.hypotheses.find((h) => h.truth) ?? null;
  const claimed = scenario.hypotheses.find((h) => h.id === desk.closed?.cause) ?? null;
  const { remedy, order } = remedyOf(run, findings);
  const handed = order !== null && order.tick < beginTick(scenario);
  const enough = enoughTick(run);
  const delay = order === null || enough === null ? null : order.tick - enough;
  const prevention = scenario.postmortem.preventions.find((p) => p.id === desk.closed?.prevention);
  return {
    thing: thingOf(scenario, truth),
    cause:
      claimed === null
        ? 'unnamed'
        : claimed.truth
          ? 'right'
          : claimed.mechanisms.includes('nothing')
            ? 'nothing'
            : 'wrong',
    claimed,
    truth,
    radius: radiusOf(findings),
    remedy,
    order,
    handed,
    late: !handed && delay !== null && delay > promptWithin(run) ? delay : null,
    early: !handed && order !== null && (enough === null || order.tick < enough),
    recovered: findings.recovered,
    shown:
      order !== null &&
      logbookOf(run).endTick - order.effectTick >= 60 * READING_HOURS[scenario.clock],
    relapsed: findings.relapsed,
    repairsOpen: findings.repairsOpen,
    helpful: prevention?.helps ?? false,
  };
}

function remedyOf(
  run: Judged,
  findings: Findings,
): { readonly remedy: Outcome['remedy']; readonly order: Order | null } {
  const { scenario } = run;
  const book = logbookOf(run);
  const stand = standingOfAll(book);
  const healing = stand.filter((o) => heals(scenario, o.spec));
  const [first] = healing;
  if (first !== undefined) {
    const wide = healing.find(
      (o) => breadthOf(scopeOf(o.spec)) === 'everyone' && !isReferenceMove(scenario, o.spec),
    );
    if (wide !== undefined && hasNarrowLever(scenario) && findings.hurtShare < 0.6)
      return { remedy: 'global', order: wide };
    const narrow = healing.find((o) => breadthOf(scopeOf(o.spec)) === 'part');
    return narrow === undefined
      ? { remedy: 'fitting', order: first }
      : { remedy: 'narrow', order: narrow };
  }
  const changed = stand.find((o) => !o.hold);
  if (changed !== undefined) return { remedy: 'wrong', order: changed };
  const taken = book.orders.find((o) => o.undoneTick !== null && heals(scenario, o.spec));
  if (taken !== undefined) return { remedy: 'undone', order: taken };
  const mistaken = book.orders.find((o) => o.undoneTick !== null && reverses(run.scenario, o.spec));
  if (stand[0] !== undefined) return { remedy: 'hold', order: stand[0] };
  return { remedy: 'none', order: mistaken ?? null };
}

/** The layers that hold somebody decide; a layer rightly left empty neither helps nor harms. */
function radiusOf({ layers }: Findings): Outcome['radius'] {
  const real = layers.filter((l) => !l.truthNobody);
  const said = real.filter((l) => !l.saidNothing);
  if (layers.every((l) => l.saidNothing)) return 'unsaid';
  const best = said.toSorted((a, b) => (b.recall ?? 0) - (a.recall ?? 0))[0];
  if (best === undefined || (best.recall ?? 0) < 0.5) return 'missed';
  return (best.precision ?? 0) < 0.5 ? 'overdrawn' : 'found';
}
