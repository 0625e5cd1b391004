/** Numbers of the display noise are kept while there is room, and silence is kept once. */
import { expect, test } from 'vitest';
import { cellNoise, createLattice, createSilence } from '../../src/sim/telemetry/noise.ts';

/** Half hours of three weeks, read by three streams as a slow plot does. */
const HOURS = 21 * 48;
const STREAMS = 3;

function readAll(lattice: ReturnType<typeof createLattice>): Float32Array[] {
  return Array.from({ length: HOURS * STREAMS }, (_, k) =>
    cellNoise(lattice, k % STREAMS, Math.floor(k / STREAMS)),
  );
}

test('a plot of weeks finds its numbers where it left them', () => {
  const lattice = createLattice(7, 20);
  const first = readAll(lattice);
  readAll(lattice).forEach((numbers, k) => expect(numbers).toBe(first[k]));
});

test('what was dropped comes back the same', () => {
  const [one, other] = [createLattice(7, 20), createLattice(7, 20)];
  const kept = readAll(one);
  other.cells.clear();
  expect(cellNoise(other, 1, 500)).toEqual(kept[500 * STREAMS + 1]);
  expect(cellNoise(createLattice(8, 20), 1, 500)).not.toEqual(kept[500 * STREAMS + 1]);
});

test('silence takes the room of one hour', () => {
  const silence = createSilence(20);
  for (const numbers of readAll(silence)) expect(numbers.every((z) => z === 0)).toBe(true);
  expect(silence.cells.size).toBe(1);
});
