/** What looks and tests cost: engineer's minutes, and minutes until the answer is there. Opening costs once. */
import type { Command, LookView, Test } from './commands.ts';
import { INTERVENTION_PRICES } from '../sim/interventions.ts';

export const LOOK_PRICES: Readonly<Record<LookView, number>> = {
  lens: 1,
  metric: 1,
  gauge: 1,
  items: 2,
  lineage: 2,
  probes: 3,
  sources: 3,
  funnel: 2,
  features: 2,
  model: 2,
  training: 2,
  experiments: 2,
  ecosystem: 2,
  serving: 1,
  person: 2,
  changes: 1,
  tickets: 1,
  runbook: 1,
  differs: 3,
};

export const TEST_PRICES: Readonly<
  Record<Test['test'], { readonly cost: number; readonly lag: number }>
> = {
  replay: { cost: 6, lag: 4 },
  shadow: { cost: 8, lag: 15 },
  reroute: { cost: 5, lag: 30 },
  'event-audit': { cost: 5, lag: 25 },
  golden: { cost: 4, lag: 6 },
  parity: { cost: 5, lag: 25 },
  'label-diff': { cost: 5, lag: 25 },
  similar: { cost: 3, lag: 2 },
  effects: { cost: 3, lag: 2 },
};

export const ASK_PRICE = 2;
export const SAY_PRICE = 3;

/** Minutes of the engineer a command takes, before any waiting. Thinking, drawing the radius and pinning are free. */
export function costOf(command: Command): number {
  switch (command.kind) {
    case 'look':
      return LOOK_PRICES[command.look.view];
    case 'test':
      return TEST_PRICES[command.test.test].cost;
    case 'act':
      return INTERVENTION_PRICES[command.act.kind].cost;
    case 'undo':
      return 1;
    case 'ask':
      return ASK_PRICE;
    case 'say':
      return SAY_PRICE;
    case 'wait':
      return Math.max(1, Math.round(command.minutes));
    case 'declare':
    case 'hypothesise':
    case 'suspect':
    case 'confidence':
    case 'link':
    case 'strike':
    case 'pin':
    case 'next-day':
    case 'close':
      return 0;
  }
}
