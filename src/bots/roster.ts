/** Everybody who plays, in the order in which they are listed. */
import type { PlayLine } from '../scenario/compiled.ts';
import type { Bot } from './bot.ts';
import { carefulNovice } from './carefulNovice.ts';
import { luckyGuesser } from './luckyGuesser.ts';
import { neverRoller } from './neverRoller.ts';
import { oracle } from './oracle.ts';
import { random } from './random.ts';
import { rollerBack } from './rollerBack.ts';
import { runbookReader } from './runbookReader.ts';
import { shotgun } from './shotgun.ts';
import { tourist } from './tourist.ts';
import { waiter } from './waiter.ts';

/** `line`: what the oracle plays and the lucky guesser hits upon; nobody else is told of it. */
export function roster(line: PlayLine): Bot[] {
  return [
    waiter,
    rollerBack,
    neverRoller,
    shotgun,
    tourist,
    random,
    luckyGuesser(line),
    runbookReader,
    carefulNovice,
    oracle(line),
  ];
}
