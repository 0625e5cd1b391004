/** The sentence beside the picture is of a layer that had somebody in it and of which something was claimed. */
import { expect, test } from 'vitest';
import type { Debrief } from '../../src/scoring/debrief.ts';
import { plainSentence } from '../../src/ui/debrief/sharePicture.ts';
import { DEBRIEF } from './fixtureDebrief.ts';

type Layer = Debrief['radius']['layers'][number];

const of = (...layers: readonly Partial<Layer>[]): string => {
  const [first] = DEBRIEF.radius.layers;
  const whole = layers.map((layer) => ({ ...first!, ...layer }));
  return plainSentence({ ...DEBRIEF, radius: { ...DEBRIEF.radius, layers: whole } });
};
const MOVES = `${DEBRIEF.moves.length} moves`;

test('those hurt now come first', () => {
  expect(of({ recall: 0.2 }, { layer: 'hurtNow', recall: 0.91, precision: 1 })).toBe(
    `found 9 in 10 of the hurt, nobody else, ${MOVES}`,
  );
  // The board says nine in ten of such a radius, and the picture no more.
  expect(of({ layer: 'hurtNow', recall: 0.91, precision: 0.97 })).toBe(
    `found 9 in 10 of the hurt, hardly anybody else, ${MOVES}`,
  );
});

test('a layer that was empty, or not spoken of, says nothing against a radius', () => {
  const moved = { recall: 1, precision: 0.6 };
  expect(
    of(
      moved,
      { layer: 'hurtNow', truthNobody: true, precision: 0 },
      { layer: 'hurtLater', said: false },
    ),
  ).toBe(`found all of those whose numbers moved, 4 in 10 of the radius were fine, ${MOVES}`);
  expect(of({ truthNobody: true, recall: 1, precision: 0 })).toBe(`drew a radius, ${MOVES}`);
});

test('nothing found, and nothing said', () => {
  expect(of({ recall: 0, precision: 0 })).toBe(`missed those whose numbers moved, ${MOVES}`);
  expect(of({ said: false, recall: null, precision: null })).toBe(`drew no radius, ${MOVES}`);
});
