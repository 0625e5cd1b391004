/** The time axis at the foot of the screen: past moves, orders under way, deadlines, jobs to come. */
import { dayOf, MINUTES_PER_DAY } from '../sim/clock.ts';
import { isAverted } from '../incident/averted.ts';
import { openDeadlines } from '../incident/runner.ts';
import { isBoardCommand } from './boardWords.ts';
import type { Command } from './commands.ts';
import { now, type Run } from './run.ts';
import { SHORT_DIMENSION } from './segmentWords.ts';
import type { AxisView } from './view.ts';
import { actWords } from './words.ts';

/** Minutes the axis reaches beyond the last thing known to come, by clock. */
const AHEAD = { minutes: 30, days: MINUTES_PER_DAY } as const;

/** On the axis many moves stand side by side: of a lens the cut is enough to know it by. */
function moveWords(command: Command, label: string): string {
  if (command.kind !== 'look' || command.look.view !== 'lens') return label;
  const { by } = command.look;
  return by.length === 0
    ? 'everyone'
    : `by ${by.map((dimension) => SHORT_DIMENSION[dimension]).join(', ')}`;
}

export function axisOf(run: Run): AxisView {
  const tick = now(run);
  const { pageTick, trainingMinute } = run.scenario.world;
  const items: AxisView['items'][number][] = [
    { tick: pageTick, label: 'page', kind: 'page', future: false, attention: false },
  ];
  for (const event of run.log) {
    if (event.kind === 'handover')
      items.push({
        tick: event.tick,
        label: 'taken over',
        kind: 'page',
        future: false,
        attention: false,
      });
    if (event.kind !== 'command' && event.kind !== 'inherited') continue;
    if (isBoardCommand(event.command)) continue;
    const kind =
      event.command.kind === 'act' || event.command.kind === 'undo'
        ? 'act'
        : event.command.kind === 'declare'
          ? 'declare'
          : 'move';
    items.push({
      tick: event.tick,
      label: moveWords(event.command, event.label),
      kind,
      future: false,
      attention: false,
    });
  }
  for (const applied of run.pair.live.applied) {
    if (applied.state === 'under way')
      items.push({
        tick: applied.effectTick,
        label: actWords(applied.spec),
        kind: 'act',
        future: true,
        attention: false,
      });
  }
  const { state } = run.chart;
  for (const deadline of openDeadlines(state)) {
    const averted = isAverted(run.scenario.chart, deadline, state.context.facts);
    items.push({
      tick: deadline.atTick,
      label: deadline.label,
      kind: 'deadline',
      future: true,
      attention: !averted,
      averted,
    });
  }
  for (const armed of run.armed)
    items.push({
      tick: armed.atTick,
      label: `auto-promotion of ${armed.version}`,
      kind: 'job',
      future: true,
      attention: true,
    });
  const training = dayOf(tick) * MINUTES_PER_DAY + trainingMinute;
  const next = training > tick ? training : training + MINUTES_PER_DAY;
  items.push({
    tick: next,
    label: 'nightly training reads the log',
    kind: 'job',
    future: true,
    attention: false,
  });
  const last = Math.max(tick, ...items.map((i) => i.tick));
  return {
    fromTick: pageTick,
    toTick: last + AHEAD[run.scenario.clock],
    items: items.toSorted((a, b) => a.tick - b.tick),
  };
}
