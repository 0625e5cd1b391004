/** Waiting in text: `wait 120 until save_rate above -2 on core`, `next-day 3 until …`. */
import { METRIC_IDS } from '../sim/metrics.ts';
import { EVERYONE } from '../sim/segments.ts';
import type { Command, WaitTrigger } from './commands.ts';
import { readMinutes } from './grammarClock.ts';
import type { GrammarContext } from './grammarContext.ts';
import type { Reader } from './grammarReader.ts';
import { readScope, scopeText } from './grammarScope.ts';

export function readWait(reader: Reader, context: GrammarContext): Command {
  return { kind: 'wait', minutes: readMinutes(reader), ...readTrigger(reader, context) };
}

export function readNextDay(reader: Reader, context: GrammarContext): Command {
  return { kind: 'next-day', days: reader.takeNumber() ?? 1, ...readTrigger(reader, context) };
}

function readTrigger(reader: Reader, context: GrammarContext): { trigger?: WaitTrigger } {
  if (reader.take('until') === null) return {};
  const metric = reader.oneOf('a metric', METRIC_IDS);
  const op = reader.oneOf('a side of the bound', ['above', 'below']);
  const percentOfBaseline = reader.number('per cent against the baseline');
  const scope = reader.take('on') === null ? EVERYONE : readScope(reader, context);
  return { trigger: { metric, scope, op, percentOfBaseline } };
}

export function triggerText(trigger: WaitTrigger | undefined): string {
  if (trigger === undefined) return '';
  const { metric, op, percentOfBaseline, scope } = trigger;
  return ` until ${metric} ${op} ${percentOfBaseline} on ${scopeText(scope)}`;
}
