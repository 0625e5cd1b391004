/** The pure halves of what is drawn: tiles, axis, curves, palette. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AxisView } from '../../src/session/view.ts';
import { labelPlaces, niceStep } from '../../src/ui/debrief/harmGeometry.ts';
import { ranked, score } from '../../src/ui/palette/fuzzy.ts';
import { placeAxis } from '../../src/ui/play/axisLayout.ts';
import { LOOKS } from '../../src/ui/tiles/looks.ts';
import { MOTIFS, motifOf } from '../../src/ui/tiles/motifs.ts';
import { dice } from '../../src/ui/tiles/shapes.ts';

test('every topic has a motif of its own, the same for the same seed', () => {
  expect(MOTIFS).toHaveLength(24);
  const drawn = MOTIFS.map(([, motif]) => JSON.stringify(motif(dice(7))));
  expect(new Set(drawn).size).toBe(24);
  expect(MOTIFS.map(([, motif]) => JSON.stringify(motif(dice(7))))).toEqual(drawn);
  for (const path of drawn) expect(path).not.toContain('NaN');
});

test('a known topic keeps its motif when topics are renumbered', () => {
  expect(motifOf(99, 'quilts')).toBe(motifOf(4, 'quilts'));
});

test('the ten looks have different colours', () => {
  expect(LOOKS).toHaveLength(10);
  expect(new Set(LOOKS.map((look) => look.inks.join())).size).toBe(10);
});

test('labels at the ends of curves never lie on each other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 5, maxLength: 5 }),
      (ends) => {
        const places = [...labelPlaces(ends)].toSorted((a, b) => a - b);
        for (let k = 1; k < places.length; k += 1)
          expect((places[k] ?? 0) - (places[k - 1] ?? 0)).toBeGreaterThanOrEqual(19 - 1e-9);
      },
    ),
  );
});

test('grid steps are 1, 2 or 5 times a power of ten', () => {
  for (const top of [0.3, 2.4, 7, 95, 1234])
    expect(['1', '2', '5']).toContain(
      niceStep(top)
        .toPrecision(1)
        .replace(/^0\.0*/, '')
        .slice(0, 1),
    );
});

const item = (tick: number, future: boolean): AxisView['items'][number] => ({
  tick,
  label: `at ${tick}`,
  kind: future ? 'job' : 'move',
  future,
  attention: false,
});

test('the axis keeps the order of time and stays inside its frame', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(8), (moves, jobs) => {
      const axis: AxisView = {
        fromTick: 0,
        toTick: 2000,
        items: [
          ...Array.from({ length: moves }, (_, k) => item(k * 3, false)),
          ...Array.from({ length: jobs }, (_, k) => item(200 + k * 50, true)),
        ],
      };
      const placed = placeAxis(axis, [], moves * 3);
      const lefts = placed.map((entry) => entry.left);
      expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
      for (const left of lefts) expect(left).toBeGreaterThanOrEqual(0);
      for (const left of lefts) expect(left).toBeLessThanOrEqual(100);
    }),
  );
});

test('some letters in order find a move, starts of words first', () => {
  const moves = ['Freeze deploys', 'Roll back the ranker: to v40', 'Training data'];
  expect(ranked('rbv40', moves, (move) => move)[0]).toBe('Roll back the ranker: to v40');
  expect(score('xyz', 'Roll back')).toBeNull();
  // Letters from the middles of words are no name for anything.
  expect(score('tuner', 'Saves by network, by entry')).toBeNull();
  expect(score('(rb?', 'Roll back')).toBeNull();
  // A word in one piece: the line it begins, then in the order of the menu, then scattered letters.
  const cuts = [
    'Cut by: Saves by activity',
    'Act: in vain',
    'Voice: Tickets by activity',
    'activity',
  ];
  expect(ranked('activ', cuts, (cut) => cut)).toEqual([cuts[3], cuts[0], cuts[2], cuts[1]]);
  // What is called that comes before what only begins so, and both before what mentions it.
  const closes = ['Metric: until the close', 'Closeup rate', 'Close the incident…'];
  expect(ranked('close', closes, (close) => close)).toEqual(closes.toReversed());
  expect(ranked('', moves, (move) => move)).toEqual(moves);
  // Called by another article, or by its words in another order.
  const holds = ['Stop a ramp', 'Stop a ramp: Ranker v42', 'Ramp the newcomers up'];
  expect(ranked('stop the ramp', holds, (hold) => hold)).toEqual(holds.slice(0, 2));
  expect(ranked('v42 stop', holds, (hold) => hold)).toEqual([holds[1]]);
  expect(ranked('the', ['The ranker', 'Who gets shown'], (line) => line)).toEqual(['The ranker']);
});
