/** Lines of play of a shift taken over: they begin when it changes hands, and bear alike what came before. */
import { describe, expect, it } from 'vitest';
import { inWorld } from '../../src/scenario/inWorld.ts';
import { fromPage, inheritedOf } from '../../src/scenario/variants.ts';
import type { LineTask } from '../../src/analysis/tasks.ts';
import { scenarioById } from '../scenario/library.ts';
import { session } from '../session/compiled.ts';
import { warmPage } from '../session/warmPage.ts';

const incident = scenarioById('gpu-cold-herd');
const CASE = inWorld(inheritedOf(incident)!, 'check');
const page = warmPage(CASE, 'ash');
const { pageTick } = CASE.world;
const began = pageTick + 16;

describe('the lines of a shift taken over', () => {
  const analyst = session.createAnalyst(page, page);
  const stage = analyst.record();
  const play = (task: LineTask): ReturnType<typeof analyst.play> => analyst.play(task);
  const nothing = play({ line: 'nothing' });
  const reference = play({ line: 'reference', which: 0 });

  it('are held against a fault-free world recorded from the page on, in the order of time', () => {
    const ticks = stage.track.epochs.map(({ tick }) => tick);
    expect(ticks[0]).toBeGreaterThanOrEqual(pageTick);
    expect(ticks[0]).toBeLessThanOrEqual(began);
    expect(ticks).toContain(began);
    expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
    expect([stage.from, stage.to]).toEqual([pageTick, pageTick + CASE.world.harmHorizon]);
  });

  it('begin when it changes hands', () => {
    expect([nothing.from, reference.from]).toEqual([began, began]);
    expect([nothing.label, reference.label]).toEqual(['as handed over', 'author’s best']);
  });

  it('let what the colleague ordered do its harm, and mend it', () => {
    expect(nothing.curve.total).toBeGreaterThan(2 * reference.curve.total);
    expect(reference.curve.total).toBeGreaterThan(0);
  });
});

it('preventions are tried from the page, by its own lines', () => {
  const plain = fromPage(CASE);
  expect(plain.handover).toBeUndefined();
  expect(plain.references).toEqual(incident.references);
  expect(fromPage(incident)).toBe(incident);
});
