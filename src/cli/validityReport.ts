/** Impact of every scripted player in every incident, and what it says of the required orders. */
import { intervalOf } from '../analysis/validation/interval.ts';
import { BOT_IDS, type BotId } from '../bots/bot.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { impactIn, type SeedValidity } from './measureValidity.ts';
import { judgeOrders, type JudgedOrder } from './validityOrders.ts';

export interface ValidityRow {
  readonly scenario: string;
  readonly bot: BotId;
  /** Mean over seeds, on the scale of the debrief. */
  readonly impact: number;
  /** What moves were worth given what had been seen: needs an ideal observer, which there is not yet. */
  readonly process: null;
  /** 95 %, of the impact. */
  readonly interval: readonly [number, number];
}

export interface ValidityReport {
  /** Of the incident with the fewest. */
  readonly seeds: number;
  readonly rows: readonly ValidityRow[];
  readonly ordersHeld: readonly JudgedOrder[];
  readonly ordersBroken: readonly JudgedOrder[];
}

export function validityReport(
  scenarios: readonly CompiledScenario[],
  measured: readonly SeedValidity[],
): ValidityReport {
  const of = (scenario: string): SeedValidity[] => measured.filter((m) => m.scenario === scenario);
  const rows = scenarios.flatMap(({ id }) =>
    BOT_IDS.map((bot): ValidityRow => {
      const { mean, low, high } = intervalOf(of(id).map((row) => impactIn(row, bot)));
      return { scenario: id, bot, impact: mean, process: null, interval: [low, high] };
    }),
  );
  const judged = judgeOrders(scenarios, measured);
  return {
    seeds: Math.min(...scenarios.map(({ id }) => of(id).length)),
    rows,
    ordersHeld: judged.filter(({ verdict }) => verdict === 'held'),
    ordersBroken: judged.filter(({ verdict }) => verdict !== 'held'),
  };
}
