/**
 * `play`: an incident in a terminal. Lines come from the keyboard or from a pipe; either way the words are the same, and
 * plain enough to be read aloud.
 */
import { createInterface } from 'node:readline';
import { startRun } from '../session/replay.ts';
import { viewOf } from '../session/viewOf.ts';
import type { CommandLine } from './commandLine.ts';
import { screenText } from './deskWords.ts';
import { newGame, takeLine } from './game.ts';
import type { Game } from './gameState.ts';
import { callSigns, findScenario } from './library.ts';
import { misuse, readOptions } from './options.ts';
import { progressTo } from './progress.ts';
import { inWorld } from '../scenario/inWorld.ts';

export const play: CommandLine = {
  name: 'play',
  help: 'an incident in the terminal; --seed WORD, --preset check|standard, --marks, --json',
  run,
};

const OPTIONS = {
  seed: { type: 'string' },
  preset: { type: 'string' },
  /** The debrief marks every change to production, given what had been read. */
  marks: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** A seed is a short word: it goes into links and file names. */
const SEED = /^[\w-]{1,40}$/;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) return misuse(read.message);
  const { values, positionals } = read;
  if (positionals.length === 0) {
    console.log(`Play one of these, by number or call-sign:\n${callSigns().join('\n')}`);
    return 0;
  }
  const found = await findScenario(positionals.join(' '));
  if (!found.ok) return misuse(found.message);
  const { preset = found.scenario.world.preset, seed = found.scenario.defaultSeed } = values;
  if (preset !== 'check' && preset !== 'standard') return misuse('--preset is check or standard.');
  if (!SEED.test(seed)) return misuse('--seed is a word of letters, digits, - and _.');
  const progress = progressTo(process.stderr);
  const game = newGame(startRun(inWorld(found.scenario, preset), seed, progress), values.marks);
  progress.finish();
  console.log(screenText(viewOf(game.run)));
  console.log('\nhelp lists what can be said; menu what can be done.');
  const clean = await converse(game);
  if (values.json) console.log(JSON.stringify(outcome(game)));
  return clean ? 0 : 1;
}

/** Reads lines until the game is over. Resolves to false where a piped line was not carried out. */
async function converse(game: Game): Promise<boolean> {
  const atTerminal = process.stdin.isTTY;
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: atTerminal,
  });
  const progress = progressTo(process.stderr);
  lines.setPrompt('> ');
  if (atTerminal) lines.prompt();
  let clean = true;
  for await (const line of lines) {
    if (!atTerminal && line.trim() !== '') console.log(`\n> ${line.trim()}`);
    const turn = takeLine(game, line, atTerminal ? progress : undefined);
    progress.finish();
    if (turn.text !== '') console.log(turn.text);
    clean &&= turn.ok;
    if (turn.over) {
      lines.close();
      return atTerminal || clean;
    }
    if (atTerminal) lines.prompt();
  }
  console.log('\nThe lines end here; the case stays open.');
  return atTerminal || clean;
}

function outcome(game: Game): unknown {
  const { run, debrief, decision } = game;
  return {
    callSign: run.scenario.callSign,
    seed: run.seed,
    preset: run.scenario.world.preset,
    moves: run.commands.length,
    closed: run.desk.closed !== null,
    debrief,
    decision,
  };
}
