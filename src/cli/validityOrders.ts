/** The orders in which scripted players must come out, and whether the measured ones do. */
import { BOT_IDS, type BotId } from '../bots/bot.ts';
import { markOf } from '../analysis/belief/regret.ts';
import {
  aboveBound,
  aboveBoundEach,
  holm,
  type Difference,
} from '../analysis/validation/paired.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { SeedProcess } from './measureProcess.ts';
import { impactIn, type SeedValidity } from './measureValidity.ts';
import { nothingIsRight } from './orderWords.ts';

/** Impacts this near are as good as equal: a sixth of the narrowest band of the scorecard. */
export const MARGIN = 0.05;
/** Chance of a single order held wrongly among all that are judged together. */
export const LEVEL = 0.05;

export interface RequiredOrder {
  readonly better: BotId;
  readonly worse: BotId;
  /** `>`: clearly better. `≥`: not worse by more than the margin. */
  readonly by: '>' | '≥';
}

const ALWAYS: readonly RequiredOrder[] = [
  { better: 'oracle', by: '≥', worse: 'careful-novice' },
  { better: 'careful-novice', by: '≥', worse: 'shotgun' },
];

/** By what the incident says of a rollback. */
const BY_ROLLBACK: Readonly<Record<CompiledScenario['rollback'], readonly RequiredOrder[]>> = {
  right: [{ better: 'careful-novice', by: '>', worse: 'never-roller' }],
  partial: [],
  irrelevant: [{ better: 'careful-novice', by: '>', worse: 'roller-back' }],
  harmful: [
    { better: 'careful-novice', by: '>', worse: 'roller-back' },
    { better: 'waiter', by: '≥', worse: 'roller-back' },
  ],
};

/** Where nothing is right to do, whoever does nothing is as good as anybody. */
const WAITER_BEST: readonly RequiredOrder[] = BOT_IDS.filter((bot) => bot !== 'waiter').map(
  (worse) => ({ better: 'waiter', by: '≥', worse }),
);

export function requiredOrders(scenario: CompiledScenario): RequiredOrder[] {
  const byRollback = BY_ROLLBACK[scenario.rollback];
  if (!nothingIsRight(scenario)) return [...ALWAYS, ...byRollback];
  return [...ALWAYS, ...byRollback.filter(({ better }) => better !== 'waiter'), ...WAITER_BEST];
}

export interface JudgedOrder {
  readonly scenario: string;
  readonly order: string;
  /** Mean difference of impact, paired by seed, with its 95 % interval. */
  readonly difference: number;
  readonly interval: readonly [number, number];
  /** Adjusted for the number of orders judged together. */
  readonly p: number;
  /** `refuted`: the interval lies where the order says it must not. `not shown`: it takes more seeds to tell. */
  readonly verdict: 'held' | 'refuted' | 'not shown';
}

export function judgeOrders(
  scenarios: readonly CompiledScenario[],
  measured: readonly SeedValidity[],
): JudgedOrder[] {
  const asked = scenarios.flatMap((scenario) =>
    requiredOrders(scenario).map((order) => {
      const rows = measured.filter((row) => row.scenario === scenario.id);
      const bound = order.by === '>' ? 0 : -MARGIN;
      const found = aboveBound(
        rows.map((row) => impactIn(row, order.better) - impactIn(row, order.worse)),
        bound,
      );
      return { scenario: scenario.id, order, bound, found };
    }),
  );
  const adjusted = holm(asked.map(({ found }) => found.p));
  return asked.map(({ scenario, order, bound, found }, k) => ({
    scenario,
    order: `${order.better} ${order.by} ${order.worse}`,
    difference: found.mean,
    interval: [found.low, found.high],
    p: adjusted[k]!,
    verdict: verdictOf(found, bound, adjusted[k]!),
  }));
}

/** Figures of process this near are as good as equal, of ten: the better has to be better by more. */
export const PROCESS_MARGIN = 1;

/** Evidence is worth more than having seen everything. */
const OVER_TOURIST: RequiredOrder = { better: 'careful-novice', by: '>', worse: 'tourist' };
/** And more than luck, where there is any: where no look is worth its minutes, to act at once is no guess. */
const OVER_LUCK: RequiredOrder = { better: 'careful-novice', by: '>', worse: 'lucky-guesser' };

/** Is acting without a look a poor move there, as the marks have it? */
export function looksPay(rows: readonly SeedProcess[]): boolean {
  const given = rows.reduce((sum, { guess }) => sum + guess, 0) / Math.max(1, rows.length);
  const mark = markOf(given);
  return mark !== 'best' && mark !== 'good';
}

const OF_PROCESS = 'process: ';

/** Is it an order of process, by its name? */
export const isOfProcess = (order: string): boolean => order.startsWith(OF_PROCESS);

/** Where an order is of the library as a whole. */
export const ALL_INCIDENTS = 'all incidents';

/** Worlds of an incident from which on its own spread is known better than that of all of them together. */
const OWN_SPREAD = 10;

/**
 * Of each incident of which two worlds at least were measured, for one says nothing of another: by its own spread where there
 * are many, else by one spread for all of them; and of the library, an incident counting once.
 */
export function judgeProcess(measured: readonly SeedProcess[]): JudgedOrder[] {
  const byIncident = new Map<string, SeedProcess[]>();
  for (const row of measured)
    byIncident.set(row.scenario, [...(byIncident.get(row.scenario) ?? []), row]);
  const known = [...byIncident].filter(([, rows]) => rows.length > 1);
  const paying = new Set(known.filter(([, rows]) => looksPay(rows)).map(([id]) => id));
  const asked = [OVER_LUCK, OVER_TOURIST].flatMap((order) => {
    const differences = known.map(([, rows]) =>
      rows.map(({ process }) => (process[order.better] ?? NaN) - (process[order.worse] ?? NaN)),
    );
    const pooled = aboveBoundEach(differences, PROCESS_MARGIN);
    const each = differences.map((own, k) => ({
      scenario: known[k]![0],
      order,
      found: own.length < OWN_SPREAD ? pooled[k]! : aboveBound(own, PROCESS_MARGIN),
    }));
    const required = each.filter(({ scenario }) => order !== OVER_LUCK || paying.has(scenario));
    const means = required.map(({ found }) => found.mean);
    return means.length < 2
      ? required
      : [...required, { scenario: ALL_INCIDENTS, order, found: aboveBound(means, PROCESS_MARGIN) }];
  });
  const adjusted = holm(asked.map(({ found }) => found.p));
  return asked.map(({ scenario, order, found }, k) => ({
    scenario,
    order: `${OF_PROCESS}${order.better} > ${order.worse}`,
    difference: found.mean,
    interval: [found.low, found.high],
    p: adjusted[k]!,
    verdict: verdictOf(found, PROCESS_MARGIN, adjusted[k]!),
  }));
}

function verdictOf(found: Difference, bound: number, p: number): JudgedOrder['verdict'] {
  if (p <= LEVEL) return 'held';
  return found.high < bound ? 'refuted' : 'not shown';
}
