/** The error beside a reading is the spread it would have under other luck of the display noise. */
import { expect, test } from 'vitest';
import { sim } from './compiled.ts';

const { DAY, EVERYONE } = sim;
const END = 4 * DAY + 19 * 60;
const pair = sim.createPair(sim.spec('oak', { pageTick: END }), DAY);
sim.advancePair(pair, END);
sim.measure(pair);

const LATTICES = Array.from({ length: 40 }, (_, k) =>
  sim.observe(pair, sim.createLattice(1000 + 77 * k, pair.panel.person.length)),
);
const CUTS = [[], ['region'], ['platform'], ['surface']] as const;

test.each([
  ['saves', 0.5],
  ['saves', 1],
  ['saves', 24],
  ['save_rate', 1],
  ['sessions', 1],
  ['hide_rate', 1],
  ['saves_per_session', 1],
] as const)('%s over %d hours', (metric, hours) => {
  for (const by of CUTS) {
    let squares = 0;
    let readings = 0;
    let beyond = 0;
    for (const observer of LATTICES) {
      const grouping = sim.groupBy(observer, by, EVERYONE, 'all', END);
      for (const { deviation, error, baseline } of sim.readGroups(
        observer,
        metric,
        grouping,
        END,
        hours,
      )) {
        // A session is counted on the surface that opens it: there are none on the others.
        if (!(baseline > 0 && Number.isFinite(baseline))) continue;
        squares += (deviation / error) ** 2;
        readings++;
        if (Math.abs(deviation) > 2 * error) beyond++;
      }
    }
    const name = `${metric} by ${by.join()} over ${hours} h`;
    // Groups of one moment share a factor, so the readings are fewer than they look; and of a ratio the statement leaves
    // out what the noise of visits does to people who differ in both.
    expect(Math.sqrt(squares / readings), name).toBeGreaterThan(0.8);
    expect(Math.sqrt(squares / readings), name).toBeLessThan(1.3);
    expect(beyond / readings, name).toBeLessThan(0.12);
  }
});

test('the shared factor averages out as an AR(1) does', () => {
  for (const n of [1, 2, 48]) {
    let squares = 0;
    const rounds = 4000;
    for (let k = 0; k < rounds; k++) {
      const lattice = sim.createLattice(k, 1);
      let sum = 0;
      for (let b = 0; b < n; b++) sum += sim.sharedNoise(lattice, 2, 100 + b);
      squares += (sum / n) ** 2;
    }
    expect(squares / rounds / sim.sharedVariance(n)).toBeGreaterThan(0.9);
    expect(squares / rounds / sim.sharedVariance(n)).toBeLessThan(1.1);
  }
});
