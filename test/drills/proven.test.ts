/** Some of the pool, others every day: proven again as they stand there. */
import { describe, expect, it } from 'vitest';
import { loadDrill } from '../../src/drills/loadDrill.ts';
import { drillNamed } from '../../src/drills/nameFormat.ts';
import { lived } from './compiled.ts';
import { ofToday } from './today.ts';

const LONG = 120_000;

describe('a drill whose turn it is', () => {
  it.each(ofToday(2))('$id is proven again', { timeout: LONG }, ({ id, reversalBest }) => {
    const proof = lived.proveDrill(drillNamed(id)!);
    expect(proof.refuted).toEqual([]);
    expect(proof.reversalBest).toBe(reversalBest);
  });

  it('is lived through in the very world in which it is played', { timeout: LONG }, () => {
    const [{ id }] = ofToday(1);
    const { scenario } = loadDrill(drillNamed(id)!);
    const { page } = lived.warmed(scenario!, scenario!.defaultSeed);
    expect(page.marks).toEqual(lived.startRun(scenario!, scenario!.defaultSeed).marks);
  });
});
