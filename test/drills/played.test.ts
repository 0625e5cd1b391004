/** One of the pool, another every day, by everybody who plays. */
import { expect, it } from 'vitest';
import { lived } from './compiled.ts';
import { ofToday } from './today.ts';

const LONG = 240_000;

it.each(ofToday(1))('$id is played to its end by all', { timeout: LONG }, (drill) => {
  const { errors, players } = lived.playDrill(drill);
  expect(errors).toEqual({});
  expect(players).toBe(10);
});
