/** One of the pool, another every day, by some of those who play. */
import { describe, expect, it } from 'vitest';
import { BOT_IDS } from '../../src/bots/bot.ts';
import { playersAt } from '../../src/cli/drillsPlay.ts';
import { lived } from './compiled.ts';
import { ofToday, TODAY } from './today.ts';

const LONG = 240_000;

describe('players', () => {
  it('go round, so that everybody plays as many drills as anybody', () => {
    const all = Array.from({ length: 50 }, (_, place) => playersAt(place, 2)).flat();
    for (const id of BOT_IDS) expect(all.filter((one) => one === id)).toHaveLength(10);
    expect(new Set(playersAt(3, 10)).size).toBe(BOT_IDS.length);
  });

  it.each(ofToday(1))('play $id to its end', { timeout: LONG }, (drill) => {
    const who = playersAt(TODAY, 2);
    const { errors, players } = lived.playDrill(drill, who);
    expect(errors).toEqual({});
    expect([...players].toSorted()).toEqual([...who].toSorted());
  });
});
