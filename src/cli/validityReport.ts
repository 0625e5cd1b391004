/** Impact of every scripted player in every incident, and what it says of the required orders. */
import { intervalOf } from '../analysis/validation/interval.ts';
import { BOT_IDS, type BotId } from '../bots/bot.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { REWEIGHED } from '../analysis/reweighed.ts';
import { impactIn, rowUnder, type SeedValidity } from './measureValidity.ts';
import type { SeedProcess } from './measureProcess.ts';
import { judgeOrders, judgeProcess, type JudgedOrder } from './validityOrders.ts';

export interface ValidityRow {
  readonly scenario: string;
  readonly bot: BotId;
  /** Mean over seeds, on the scale of the debrief. */
  readonly impact: number;
  /** What moves were worth given what had been seen, of ten, mean over seeds; null: not measured. */
  readonly process: number | null;
  /** 95 %, of the impact. */
  readonly interval: readonly [number, number];
}

export interface ValidityReport {
  /** Of the incident with the fewest. */
  readonly seeds: number;
  readonly rows: readonly ValidityRow[];
  readonly ordersHeld: readonly JudgedOrder[];
  readonly ordersBroken: readonly JudgedOrder[];
  /** The orders of impact that held, judged again under other weights of harm, and those that nothing refuted. */
  readonly reweighed: readonly ReweighedOrders[];
}

export interface ReweighedOrders {
  /** Which weight, and how it was changed. */
  readonly weights: string;
  readonly held: readonly JudgedOrder[];
  /** Held under the stated weights, and not under these. */
  readonly lost: readonly JudgedOrder[];
  /** Refuted under these, and not under the stated ones. */
  readonly refuted: readonly JudgedOrder[];
}

export function validityReport(
  scenarios: readonly CompiledScenario[],
  measured: readonly SeedValidity[],
  processes: readonly SeedProcess[] = [],
): ValidityReport {
  const processIn = (scenario: string, bot: BotId): number | null => {
    const values = processes.flatMap((p) => (p.scenario === scenario ? [p.process[bot]] : []));
    const known = values.filter((value) => value !== undefined);
    return known.length === 0 ? null : intervalOf(known).mean;
  };
  const of = (scenario: string): SeedValidity[] => measured.filter((m) => m.scenario === scenario);
  const rows = scenarios.flatMap(({ id }) =>
    BOT_IDS.map((bot): ValidityRow => {
      const { mean, low, high } = intervalOf(of(id).map((row) => impactIn(row, bot)));
      return {
        scenario: id,
        bot,
        impact: mean,
        process: processIn(id, bot),
        interval: [low, high],
      };
    }),
  );
  const ofImpact = judgeOrders(scenarios, measured);
  const judged = [...ofImpact, ...judgeProcess(processes)];
  return {
    seeds: Math.min(...scenarios.map(({ id }) => of(id).length)),
    rows,
    ordersHeld: judged.filter(({ verdict }) => verdict === 'held'),
    ordersBroken: judged.filter(({ verdict }) => verdict !== 'held'),
    reweighed: [...REWEIGHED.keys()].map((weights) =>
      underWeights(scenarios, measured, weights, ofImpact),
    ),
  };
}

function underWeights(
  scenarios: readonly CompiledScenario[],
  measured: readonly SeedValidity[],
  weights: string,
  stated: readonly JudgedOrder[],
): ReweighedOrders {
  const rows = measured.map((row) => rowUnder(row, weights));
  const pairs = judgeOrders(scenarios, rows).map((order, k) => ({ order, before: stated[k]! }));
  const those = (
    test: (now: JudgedOrder['verdict'], before: JudgedOrder['verdict']) => boolean,
  ): JudgedOrder[] =>
    pairs.flatMap(({ order, before }) => (test(order.verdict, before.verdict) ? [order] : []));
  return {
    weights,
    held: those((now, before) => now === 'held' && before === 'held'),
    lost: those((now, before) => now !== 'held' && before === 'held'),
    refuted: those((now, before) => now === 'refuted' && before !== 'refuted'),
  };
}
