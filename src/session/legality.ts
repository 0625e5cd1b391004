/** Whether a command can be given now, and the minutes it takes. */
import { refusal } from '../incident/runner.ts';
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { gaugeOf, type GaugeCut, type GaugeId } from '../sim/gauges.ts';
import { isItemDimension, type ItemCut } from '../sim/telemetry/itemCells.ts';
import { checkAct } from './checkAct.ts';
import type { Command } from './commands.ts';
import { draftOf } from './draft.ts';
import { evidenceOf } from './evidence.ts';
import { isOpen } from './opened.ts';
import { costOf } from './prices.ts';
import type { Run } from './run.ts';
import { itemCutWords } from './segmentWords.ts';
import { gaugeCutWords } from './words.ts';

/** Looks a working day has room for on the slow clock. */
export const LOOKS_PER_DAY = 6;

/** Longest single wait. */
const LONGEST_WAIT = 7 * MINUTES_PER_DAY;

export function whyNot(run: Run, command: Command): string | null {
  const { legality } = run.chart;
  if (run.desk.closed !== null) return 'The case is closed.';
  if (legality.over && command.kind !== 'close')
    return 'The shift is over. Close the case to see what became of it.';
  const name = command.kind === 'act' ? command.act.kind : command.kind;
  const forbidden = legality.over ? null : refusal(legality, name);
  if (forbidden !== null) return forbidden;
  if (
    run.scenario.clock === 'days' &&
    (command.kind === 'look' || command.kind === 'test') &&
    run.desk.looksToday >= LOOKS_PER_DAY &&
    minutesOf(run, command) > 0
  ) {
    return 'No looks left today. End the working day first.';
  }
  switch (command.kind) {
    case 'act':
      return checkAct(run, command.act);
    case 'undo': {
      const applied = run.pair.live.applied.find((a) => a.id === command.intervention);
      if (applied === undefined) return 'There is no such order.';
      if (applied.state !== 'under way' && applied.state !== 'in effect')
        return 'That order no longer stands.';
      return null;
    }
    case 'wait':
      if (!(command.minutes >= 1)) return 'Wait at least a minute.';
      return command.minutes > LONGEST_WAIT ? 'Waiting longer than a week is not a plan.' : null;
    case 'next-day':
      if (run.scenario.clock !== 'days') return 'This case runs by the minute: use wait.';
      return command.days >= 1 && command.days <= 14 ? null : 'Between one and fourteen days.';
    case 'hypothesise':
    case 'suspect':
    case 'confidence':
      return command.confidence >= 0 && command.confidence <= 100
        ? null
        : 'A confidence lies between 0 and 100.';
    case 'ask':
      return run.scenario.cast.some((c) => c.id === command.who)
        ? null
        : `There is nobody called ${command.who}.`;
    case 'look':
      if (command.look.view === 'gauge') return whyNotCut(command.look.gauge, command.look.by);
      if (command.look.view === 'items') return whyNotItems(command.look.by);
      return command.look.view === 'lens' && command.look.by.length > 2
        ? 'The lens cuts by at most two dimensions.'
        : null;
    case 'pin':
      return command.pinned ? whyNotPinned(run, command.reading) : null;
    case 'link':
      return command.relation === 'none' || isKnown(run, command.reading)
        ? null
        : noReading(command.reading);
    case 'close':
      return whyNotStruck(run, command.struck ?? []);
    default:
      return null;
  }
}

const isKnown = (run: Run, id: string): boolean => run.desk.readings.some((r) => r.id === id);

const noReading = (id: string): string => `There is no reading ${JSON.stringify(id)} on the board.`;

/** A range of an open plot is read as it is pinned; anything else has to have been read before. */
function whyNotPinned(run: Run, id: string): string | null {
  return isKnown(run, id) || evidenceOf(run, id) !== null ? null : noReading(id);
}

/** Why these sentences of the draft cannot be struck; null where they can. */
function whyNotStruck(run: Run, struck: readonly number[]): string | null {
  if (struck.length === 0) return null;
  const { length } = draftOf(run).sentences;
  return struck.every((n) => n <= length) ? null : `The draft has ${length} sentences.`;
}

/** Why a gauge cannot be cut by something; null where it can. */
function whyNotCut(gauge: GaugeId, by: GaugeCut | null): string | null {
  const { label, cuts, counted } = gaugeOf(gauge);
  if (by === null || cuts.includes(by)) return null;
  const instead = cuts.length === 0 ? 'nothing' : cuts.map(gaugeCutWords).join(', ');
  return `${label} cannot be cut by ${gaugeCutWords(by)}. ${counted} It can be cut by: ${instead}.`;
}

/** Ideas are cut by one or two dimensions, at least one of them their own; null where that is so. */
function whyNotItems(by: readonly ItemCut[]): string | null {
  if (by.length === 0 || by.length > 2 || new Set(by).size < by.length)
    return 'Ideas are cut by one or two different dimensions.';
  return by.some(isItemDimension)
    ? null
    : `Cut by ${by.map(itemCutWords).join(' and ')} alone it is no metric of ideas: one of the dimensions has to be theirs.`;
}

/** A view already open costs nothing to open again. */
export function minutesOf(run: Run, command: Command): number {
  if (command.kind === 'look' && isOpen(run, command.look)) return 0;
  return costOf(command);
}
