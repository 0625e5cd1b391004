/**
 * A shift taken over half way. What whoever had it did is done in the world, as commands, before the player has the first
 * move; what they ordered, drew and believed is found there and can be taken back. Of a run these are no moves: a recording
 * holds the player's own, and the scenario the others.
 */
import type { HandedMove } from '../scenario/handover.ts';
import { beginTick } from '../scenario/handover.ts';
import { tickLabel } from '../sim/clock.ts';
import { advanceTo, receive } from './advance.ts';
import { castName } from './castName.ts';
import type { Command } from './commands.ts';
import { dispatch } from './dispatch.ts';
import type { LogEvent } from './events.ts';
import { actWords, commandWords, scopeWords } from './words.ts';
import { append, now, type OnProgress, type Run } from './run.ts';

/**
 * Leaves a run whose case has been had by nobody as it is. `elsewhere`: in a world of another explanation, in which what is
 * not possible does not happen.
 * @throws where else a move of theirs is not possible: the scenario is at fault, and another world would be played.
 */
export function takeOver(run: Run, onProgress?: OnProgress, elsewhere = false): void {
  const { scenario } = run;
  const { handover } = scenario;
  if (handover === undefined) return;
  const name = castName(scenario, handover.from);
  const until = (afterMinutes: number): void =>
    advanceTo(run, scenario.world.pageTick + afterMinutes, undefined, (done) =>
      onProgress?.(done, `What ${name} did`),
    );
  const give = (command: Command): void => {
    const outcome = dispatch(run, command);
    if (!outcome.ok && !elsewhere)
      throw new RangeError(
        `${scenario.id}: ${name} cannot have done that at ${tickLabel(now(run))}: ${outcome.because}`,
      );
  };
  for (const move of handover.moves) {
    until(move.afterMinutes);
    give(commandOf(move));
    const reading = run.desk.readings.at(-1);
    if (move.do === 'look' && move.pinned && reading !== undefined)
      give({ kind: 'pin', reading: reading.id, pinned: true });
  }
  until(handover.afterMinutes);
  if (now(run) !== beginTick(scenario))
    throw new RangeError(`${scenario.id}: the moves of ${name} last beyond the end of the shift.`);
  run.log = run.log.map((event) => theirs(run, event));
  append(run, { kind: 'handover', tick: now(run), from: handover.from });
  run.commands = [];
  run.marks = [];
  receive(run, handover.from, handover.note, false);
  run.desk = {
    ...run.desk,
    // The looks of a day are those of whoever works it.
    looksToday: 0,
    said: `${name} hands the shift over at ${tickLabel(now(run))}.`,
  };
}

function theirs(run: Run, event: LogEvent): LogEvent {
  if (event.kind !== 'command') return event;
  const { tick, minutes, command, order } = event;
  return { kind: 'inherited', tick, minutes, command, label: told(run, command), order };
}

/** In full, for who was not there: of one's own moves a word is enough. */
function told(run: Run, command: Command): string {
  switch (command.kind) {
    case 'declare': {
      const { reading, hurtNow, hurtLater, severity } = command.radius;
      const layers = `moved ${scopeWords(reading)}; hurt now ${scopeWords(hurtNow)}; hurt later ${scopeWords(hurtLater)}`;
      return `radius: ${layers}${severity === null ? '' : `; severity ${severity}`}`;
    }
    case 'suspect': {
      const suspect = run.scenario.suspects.find(({ id }) => id === command.suspect);
      return `“${suspect?.label ?? command.suspect}” at ${command.confidence} %`;
    }
    case 'undo': {
      const order = run.pair.live.applied.find(({ id }) => id === command.intervention);
      return order === undefined ? 'undo' : `taken back: ${actWords(order.spec)}`;
    }
    case 'act':
      return `${actWords(command.act)}${'scope' in command.act ? `, ${scopeWords(command.act.scope)}` : ''}`;
    default:
      return commandWords(command);
  }
}

function commandOf(move: HandedMove): Command {
  switch (move.do) {
    case 'look':
      return { kind: 'look', look: move.look };
    case 'declare': {
      const { reading, hurtNow, hurtLater, witness, severity } = move;
      const radius = { reading, hurtNow, hurtLater, witness, sinceTick: null, severity };
      return { kind: 'declare', radius };
    }
    case 'suspect':
      return { kind: 'suspect', suspect: move.suspect, confidence: move.confidence };
    case 'act':
      return { kind: 'act', act: move.act };
    case 'undo':
      return { kind: 'undo', intervention: move.order };
  }
}
