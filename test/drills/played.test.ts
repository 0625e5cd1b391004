/** Drills of the pool as they are played: by scripted players, and in the world they were proven in. */
import { describe, expect, it } from 'vitest';
import { BOT_IDS } from '../../src/bots/bot.ts';
import { playersAt } from '../../src/cli/drillsPlay.ts';
import { loadDrill } from '../../src/drills/loadDrill.ts';
import { drillNamed } from '../../src/drills/nameFormat.ts';
import { lived } from './compiled.ts';
import { today } from '../analysis/rowsSample.ts';
import { ofToday } from './today.ts';

const LONG = 240_000;

describe('players', () => {
  it('go round, so that everybody plays as many drills as anybody', () => {
    const all = Array.from({ length: 50 }, (_, place) => playersAt(place, 2)).flat();
    for (const id of BOT_IDS) expect(all.filter((one) => one === id)).toHaveLength(10);
    expect(new Set(playersAt(3, 10)).size).toBe(BOT_IDS.length);
  });

  it.each(ofToday(1))('play $id to its end', { timeout: LONG }, (drill) => {
    const who = playersAt(today(), 2);
    const { errors, players } = lived.playDrill(drill, who);
    expect(errors).toEqual({});
    expect([...players].toSorted()).toEqual([...who].toSorted());
  });
});

describe('a proof', () => {
  it('is lived through in the very world in which it is played', { timeout: LONG }, () => {
    const [{ id }] = ofToday(1);
    const { scenario } = loadDrill(drillNamed(id)!);
    const { page } = lived.warmed(scenario!, scenario!.defaultSeed);
    expect(page.marks).toEqual(lived.startRun(scenario!, scenario!.defaultSeed).marks);
  });
});
