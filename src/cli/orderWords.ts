/** What is claimed about the order of an incident's lines of play, and on how many seeds it holds. */
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
/** Above this share it is as good as the best known line. */
const AS_GOOD = 0.9;

const BEST: readonly OrderClaim[] = [
  { id: 'reference < nothing', holds: (o) => o.reference < o.nothing },
  { id: 'reference < rollback', holds: (o) => o.reference < o.rollback },
];

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
    ...BEST,
    ...scenario.wrong.map((line): OrderClaim => ({
      id: `reference < ${line.id}`,
      holds: (o) => o.reference < (o.wrong.find((w) => w.line === line.id)?.harm ?? -Infinity),
    })),
    ...byRollback(scenario),
  ];
}
