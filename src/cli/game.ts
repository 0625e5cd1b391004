/** One game at the terminal: a line in, words out. Holds the run itself; nothing here knows of streams. */
import { isTraceable } from '../analysis/belief/trace.ts';
import { analysedWorld, debriefOf } from '../scoring/debriefOf.ts';
import { decisionOf } from '../scoring/decisions.ts';
import { createGhosts, GHOSTS } from '../scoring/ghosts.ts';
import type { Command } from '../session/commands.ts';
import { dispatch } from '../session/dispatch.ts';
import { explainError, parseCommand } from '../session/grammar.ts';
import { contextOfView } from '../session/grammarContext.ts';
import { MENU_NUMBER, pickFromMenu } from '../session/grammarMenu.ts';
import { forkRun, type OnProgress, type Run } from '../session/run.ts';
import type { View } from '../session/view.ts';
import { viewOf } from '../session/viewOf.ts';
import { debriefText } from './debriefText.ts';
import { deskAnswer } from './deskWords.ts';
import { loadInto, saveTo } from './gameFiles.ts';
import type { Game } from './gameState.ts';
import { choicesText } from './menuText.ts';
import { turnText } from './turnText.ts';

export interface Turn {
  readonly text: string;
  /** Was the line understood and carried out? */
  readonly ok: boolean;
  readonly over: boolean;
}

const said = (text: string, ok = true): Turn => ({ text, ok, over: false });

/** `weighs`: the debrief marks every change as well, and has others play the case. */
export function newGame(page: Run, weighs = false): Game {
  return { page, run: forkRun(page), debrief: null, weighs, decision: null, ghosts: [] };
}

export function takeLine(game: Game, line: string, onProgress?: OnProgress): Turn {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return said('');
  const view = viewOf(game.run);
  const [word = '', ...rest] = text.split(/\s+/);
  if (word === 'quit' || word === 'exit')
    return { text: 'Left as it stands.', ok: true, over: true };
  if (word === 'save') return fromFile(saveTo(game.run, rest.join(' ')));
  if (word === 'load') return fromFile(loadInto(game, rest.join(' '), onProgress));
  if (word === 'debrief') return debriefTurn(game, onProgress);
  if (word === 'undo' && rest.length === 0) return undoLatest(game, view, onProgress);
  const answer = deskAnswer(view, word, rest);
  if (answer !== null) return said(answer);
  if (MENU_NUMBER.test(text)) {
    const pick = pickFromMenu(view.menu, text);
    if (pick.ok) return move(game, view, pick.command, onProgress);
    const choices = pick.item === null ? null : choicesText(view.menu, Number(word.split('.')[0]));
    return said([pick.message, ...(choices === null ? [] : [choices])].join('\n'), false);
  }
  const parsed = parseCommand(text, contextOfView(view));
  if (!parsed.ok) return said(explainError(text, parsed.error), false);
  return move(game, view, byNumber(view, parsed.command), onProgress);
}

/** Readings are pinned and linked by their number on the board, or as `last`; their ids are long. */
function byNumber(view: View, command: Command): Command {
  if (command.kind !== 'pin' && command.kind !== 'link') return command;
  const { readings } = view.board;
  const reading =
    command.reading === 'last'
      ? readings.at(-1)
      : /^\d{1,4}$/.test(command.reading)
        ? readings[Number(command.reading) - 1]
        : undefined;
  return reading === undefined ? command : { ...command, reading: reading.id };
}

function move(game: Game, before: View, command: Command, onProgress?: OnProgress): Turn {
  const outcome = dispatch(game.run, command, onProgress);
  if (!outcome.ok) return said(outcome.because, false);
  const after = viewOf(game.run);
  const text = turnText(before, after, command);
  if (game.run.desk.closed === null) return said(text);
  return { text: `${text}\n\n${closing(game, onProgress)}`, ok: true, over: true };
}

function undoLatest(game: Game, view: View, onProgress?: OnProgress): Turn {
  const latest = view.applied.findLast((a) => a.canUndo);
  if (latest === undefined) return said('There is no order to take back.', false);
  return move(game, view, { kind: 'undo', intervention: latest.id }, onProgress);
}

function debriefTurn(game: Game, onProgress?: OnProgress): Turn {
  if (game.run.desk.closed === null)
    return said('Close the case first: close CAUSE CONFIDENCE, or close unknown 30.', false);
  return said(closing(game, onProgress));
}

function closing(game: Game, onProgress?: OnProgress): string {
  game.debrief ??= debriefOf(game.run, game.page, onProgress);
  if (game.weighs && isTraceable(game.run)) game.decision ??= decisionOf(game.run);
  if (game.weighs && game.ghosts.length === 0) {
    const ghost = createGhosts(analysedWorld(game.run, game.page).page);
    game.ghosts = GHOSTS.map((id) => ghost(id));
  }
  return debriefText(game.debrief, game.decision, game.ghosts);
}

function fromFile(result: { readonly ok: boolean; readonly message: string }): Turn {
  return said(result.message, result.ok);
}
