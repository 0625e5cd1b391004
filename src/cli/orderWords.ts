/** What is claimed about the order of an incident's lines of play, and on how many seeds it holds. */
import { RANGE_FLOOR } from '../analysis/impact.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { SeedOrders } from './measureOrders.ts';

export interface OrderClaim {
  readonly id: string;
  /** Does it hold on a seed? */
  readonly holds: (orders: SeedOrders) => boolean;
}

/** Share of what was at stake (nothing done − reference) that a rollback spares. */
export function sparedByRollback(o: SeedOrders): number {
  return (o.nothing - o.rollback) / Math.max(1e-9, o.nothing - o.reference);
}

/** A rollback that spares less than this of what is at stake is not clearly better than nothing. */
export const CLEARLY = 0.25;
/** What two lines may differ by, of what is at stake, and be equal. */
const EQUAL = 0.05;
/** Above this share it is as good as the best known line. */
const AS_GOOD = 0.9;

/** Is doing nothing one of the lines that work? */
export function nothingIsRight({ references }: CompiledScenario): boolean {
  return references.some((line) => line.steps.length === 0);
}

/** Is a rollback for everybody one of the lines that work, and all of it? */
function rollbackIsEnough({ references }: CompiledScenario): boolean {
  return references.some(({ steps: [first, ...more] }) => {
    if (more.length > 0 || first?.act.kind !== 'rollback-model') return false;
    return first.act.scope.some((part) => Object.keys(part).length === 0);
  });
}

const BEST: OrderClaim = {
  id: 'reference < rollback',
  holds: (o) => o.reference < o.rollback,
};
/** Then it is the reference, some minutes earlier. */
const AS_ROLLBACK: OrderClaim = {
  id: 'reference as good as rollback',
  holds: (o) => o.reference - o.rollback <= EQUAL * Math.max(RANGE_FLOOR, o.nothing - o.rollback),
};
const BETTER: OrderClaim = {
  id: 'reference < nothing',
  holds: (o) => o.reference < o.nothing,
};
/** Any order, even one that changes nothing, is a reason to read the worlds once more: equal is not equal to the bit. */
const NO_BETTER: OrderClaim = {
  id: 'nothing as good as reference',
  holds: (o) => o.nothing - o.reference <= RANGE_FLOOR,
};

const BY_ROLLBACK: Readonly<Record<CompiledScenario['rollback'], readonly OrderClaim[]>> = {
  right: [{ id: 'rollback clearly < nothing', holds: (o) => sparedByRollback(o) > CLEARLY }],
  partial: [
    { id: 'rollback < nothing', holds: (o) => o.rollback < o.nothing },
    {
      id: 'rollback spares part only',
      holds: (o) => sparedByRollback(o) > 0 && sparedByRollback(o) < AS_GOOD,
    },
  ],
  irrelevant: [
    { id: 'rollback not clearly < nothing', holds: (o) => sparedByRollback(o) < CLEARLY },
  ],
  harmful: [{ id: 'rollback > nothing', holds: (o) => o.rollback > o.nothing }],
};

/** Where a robot takes the version back by itself, doing nothing is a rollback too: neither is better than the other. */
function byRollback({ rollback, world }: CompiledScenario): readonly OrderClaim[] {
  const alone = rollback === 'harmful' && world.robots?.some((r) => r.act === 'rollback') === true;
  return BY_ROLLBACK[alone ? 'irrelevant' : rollback];
}

/** By what the incident says of a rollback, and by its own wrong lines. */
export function claimsOf(scenario: CompiledScenario): OrderClaim[] {
  return [
    nothingIsRight(scenario) ? NO_BETTER : BETTER,
    rollbackIsEnough(scenario) ? AS_ROLLBACK : BEST,
    ...scenario.wrong.map((line): OrderClaim => ({
      id: `reference < ${line.id}`,
      holds: (o) => o.reference < (o.wrong.find((w) => w.line === line.id)?.harm ?? -Infinity),
    })),
    ...byRollback(scenario),
  ];
}
