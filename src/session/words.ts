/** How scopes, commands and interventions are said in words: one place for buttons, log lines and the text mode. */
import { gaugeOf, OWN_CUTS, type GaugeCut } from '../sim/gauges.ts';
import { ITEM_METRICS } from '../sim/itemSegments.ts';
import { METRICS } from '../sim/metrics.ts';
import { DIMENSION_LABELS, type Dimension } from '../sim/segments.ts';
import { durationLabel, tickLabel } from '../sim/clock.ts';
import { actWords } from './actWords.ts';
import { itemCutWords } from './segmentWords.ts';
import type { Command, Look, Test } from './commands.ts';
import { swapWords } from './swapWords.ts';

export { actWords, isEveryone } from './actWords.ts';
export { scopeWords } from './segmentWords.ts';

/** `App reviews` in the middle of a sentence; what begins with an abbreviation stays as it is. */
export function lowerFirst(label: string): string {
  const second = label.charAt(1);
  return second === second.toLowerCase() ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** With a capital: it stands alone, or begins a sentence. */
export const upperFirst = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What a gauge is cut by, in words. */
export function gaugeCutWords(cut: GaugeCut): string {
  return cut in OWN_CUTS
    ? OWN_CUTS[cut as keyof typeof OWN_CUTS]
    : DIMENSION_LABELS[cut as Dimension];
}

export function lookWords(look: Look): string {
  switch (look.view) {
    case 'lens':
      return look.by.length === 0
        ? `lens: ${METRICS[look.metric].label.toLowerCase()}`
        : `lens: ${METRICS[look.metric].label.toLowerCase()} by ${look.by.map((d) => DIMENSION_LABELS[d]).join(' and ')}`;
    case 'metric':
      return look.by === null
        ? METRICS[look.metric].label.toLowerCase()
        : `${METRICS[look.metric].label.toLowerCase()} by ${DIMENSION_LABELS[look.by]}`;
    case 'gauge': {
      const label = lowerFirst(gaugeOf(look.gauge).label);
      return look.by === null ? label : `${label} by ${gaugeCutWords(look.by)}`;
    }
    case 'items':
      return `${lowerFirst(ITEM_METRICS[look.metric].label)} by ${look.by.map(itemCutWords).join(' and ')}`;
    case 'lineage':
      return 'lineage of versions';
    case 'probes':
      return 'recall probes';
    case 'sources':
      return 'server writes beside logs';
    case 'funnel':
      return 'funnel by stage';
    case 'features':
      return 'inputs of the ranker';
    case 'model':
      return 'versions and calibration';
    case 'training':
      return 'training data';
    case 'experiments':
      return 'experiments and arms';
    case 'ecosystem':
      return 'who gets shown';
    case 'serving':
      return 'latency by version';
    case 'person':
      return 'be someone';
    case 'changes':
      return 'changes';
    case 'tickets':
      return 'tickets';
    case 'runbook':
      return 'a runbook';
    case 'differs':
      return `what differs: ${METRICS[look.metric].label.toLowerCase()}`;
  }
}

export function testWords(test: Test): string {
  switch (test.test) {
    case 'replay':
      return `replay with ${swapWords(test)}`;
    case 'shadow':
      return `shadow ${test.a} beside ${test.b}`;
    case 'reroute':
      return `re-route 1 % to ${test.to}`;
    case 'event-audit':
      return `event audit of ${test.build}`;
    case 'golden':
      return `golden set through ${test.version}`;
    case 'parity':
      return 'serve-vs-join parity';
    case 'label-diff':
      return test.by === 'window'
        ? `label rates since ${tickLabel(test.sinceTick)}`
        : `label rates of ${test.a} beside ${test.b}`;
    case 'similar':
      return `what moved like ${lowerFirst(METRICS[test.metric].label)}`;
    case 'effects':
      return `which exposure explains ${lowerFirst(METRICS[test.metric].label)}`;
  }
}

/** A short label of a command, for the axis, the log and the debrief. */
export function commandWords(command: Command): string {
  switch (command.kind) {
    case 'look':
      return lookWords(command.look);
    case 'test':
      return testWords(command.test);
    case 'act':
      return actWords(command.act);
    case 'undo':
      return 'undo';
    case 'declare':
      return 'declare';
    case 'hypothesise':
    case 'suspect':
      return 'a hypothesis';
    case 'confidence':
      return `confidence ${Math.round(command.confidence)} %`;
    case 'link':
      return 'weigh evidence';
    case 'strike':
      return command.struck ? 'strike a hypothesis' : 'restore a hypothesis';
    case 'pin':
      return command.pinned ? 'pin evidence' : 'unpin evidence';
    case 'ask':
      return `ask ${command.who}`;
    case 'say':
      return `note to ${command.note.audience}`;
    case 'wait':
      return `wait ${durationLabel(command.minutes)}`;
    case 'next-day':
      return command.days === 1 ? 'next day' : `${command.days} days on`;
    case 'close':
      return 'close';
  }
}
