/** Some of the pool, others every day: proven again as they stand there, and played by everybody. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDrill } from '../../src/drills/loadDrill.ts';
import { drillNamed } from '../../src/drills/nameFormat.ts';
import type { Pool } from '../../src/drills/pool.ts';
import { lived } from './compiled.ts';

const { drills } = JSON.parse(readFileSync('scenarios/drills.json', 'utf8')) as Pool;
const DAY_MS = 24 * 3_600_000;
const today = Math.floor(Date.now() / DAY_MS);
/** Far enough apart in the pool to be of different kinds. */
const STEP = 7;
const turn = (k: number): (typeof drills)[number] =>
  drills[(today * STEP * 2 + k * STEP) % drills.length]!;
const LONG = 120_000;

describe('a drill whose turn it is', () => {
  it.each([turn(0), turn(1)])('$id is proven again', { timeout: LONG }, ({ id, reversalBest }) => {
    const proof = lived.proveDrill(drillNamed(id)!);
    expect(proof.refuted).toEqual([]);
    expect(proof.reversalBest).toBe(reversalBest);
  });

  it('is lived through in the very world in which it is played', { timeout: LONG }, () => {
    const { scenario } = loadDrill(drillNamed(turn(0).id)!);
    const { page } = lived.warmed(scenario!, scenario!.defaultSeed);
    expect(page.marks).toEqual(lived.startRun(scenario!, scenario!.defaultSeed).marks);
  });

  it('is played to its end by every scripted player', { timeout: LONG }, () => {
    const { errors, players } = lived.playDrill(turn(2));
    expect(errors).toEqual({});
    expect(players).toBe(10);
  });
});
