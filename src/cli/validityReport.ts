/** Impact of every scripted player in every incident, and what it says of the required orders. */
import { intervalOf } from '../analysis/validation/interval.ts';
import { BOT_IDS, type BotId } from '../bots/bot.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { impactIn, type SeedValidity } from './measureValidity.ts';
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
  const judged = [...judgeOrders(scenarios, measured), ...judgeProcess(processes)];
  return {
    seeds: Math.min(...scenarios.map(({ id }) => of(id).length)),
    rows,
    ordersHeld: judged.filter(({ verdict }) => verdict === 'held'),
    ordersBroken: judged.filter(({ verdict }) => verdict !== 'held'),
  };
}
