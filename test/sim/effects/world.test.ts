/** The world outside the model: seasons, newcomers, bots, uploads. What moves, what is flat, what helps and what does not. */
import { describe, expect, test } from 'vitest';
import type { Fault, FaultMechanism } from '../../../src/sim/faults.ts';
import { PRESETS } from '../../../src/sim/presets.ts';
import type { World } from '../../../src/sim/world.ts';
import { sim } from '../compiled.ts';
import {
  change,
  dayChange,
  has,
  over,
  pairAt,
  perImpression,
  quickPair,
  report,
  step,
  visits,
  wholePair,
  type Orders,
} from './measure.ts';

const { DAY, V_SAVES, V_HIDES, V_CLOSEUPS, V_IMPRESSIONS } = sim;
const SEEDS = ['oak', 'elm'];
const ONSET = 2 * DAY;

function after(
  fault: FaultMechanism & Pick<Fault, 'scope'>,
  tick: number,
  orders: Orders = [],
  seeds = SEEDS,
) {
  const whole = { id: 'f', onset: ONSET, form: step, ...fault } as Fault;
  // Places for those a campaign brings are made at the start: such a world is run whole.
  if (fault.kind === 'campaign')
    return seeds.map((seed) => wholePair(seed, [whole], tick, {}, orders));
  return seeds.map((seed) => quickPair(seed, [whole], ONSET, tick, orders));
}

const members = (world: World, from: number, to: number): number => {
  let n = 0;
  const { day } = world.today;
  for (let i = 0; i < world.people.count; i++) {
    const age = day - world.people.signupDay[i]!;
    if (sim.isMember(world.people, i, day) && age >= from && age <= to) n++;
  }
  return n;
};

describe('people join and leave', () => {
  const start = sim.worldAt(1, 'oak');
  const later = sim.worldAt(15 * DAY, 'oak');

  test('every class of tenure stays as full as it was', () => {
    for (const [from, to] of [
      [0, 1],
      [2, 7],
      [8, 28],
    ] as const) {
      expect(members(later, from, to)).toBeGreaterThan(0.6 * members(start, from, to));
      expect(members(later, from, to)).toBeLessThan(1.7 * members(start, from, to) + 10);
    }
    expect(Math.abs(members(later, 0, 1e6) / members(start, 0, 1e6) - 1)).toBeLessThan(0.05);
  });
});

describe('a calendar everybody knows', () => {
  const calendar = [{ topics: [3, 13], fromDay: 2, toDay: 5, interest: 1.6, visits: 1.15 }];
  const feast = sim.worldAt(6 * DAY, 'oak', { calendar });
  const plain = sim.worldAt(6 * DAY, 'oak');
  const sessions = (world: World, day: number): number => world.tallies[day]!.sessions;

  test('brings visits on its days and none before', () => {
    expect(sessions(feast, 1)).toBe(sessions(plain, 1));
    const during =
      (sessions(feast, 2) + sessions(feast, 3)) / (sessions(plain, 2) + sessions(plain, 3));
    expect(during).toBeGreaterThan(1.08);
    expect(during).toBeLessThan(1.25);
  });

  test('is no fault: live and twin live through it alike', () => {
    const fault: Fault = { id: 'f', kind: 'latency', ms: 0, onset: 3 * DAY, form: step };
    const pair = pairAt('oak', [fault], 3 * DAY + 300, { calendar });
    expect(change(pair, V_SAVES)).toBe(0);
  });

  test('a forecast on the trailing fortnight expects the feast to go on; the year-ago one does not', () => {
    expect(sim.forecastError(feast, 0, 6 * DAY)).toBeGreaterThan(1.02);
    expect(sim.forecastError(plain, 0, 6 * DAY)).toBe(1);
    expect(sim.calendarVisits(feast, 0, 6 * DAY)).toBe(1);
  });
});

describe('a season nobody foresaw', () => {
  const pairs = after(
    {
      kind: 'season',
      topics: [2, 14],
      interest: 0.4,
      visits: 0.9,
      scope: [{ region: ['EU-W', 'EU-E'] }],
    },
    3 * DAY + 720,
  );

  test('falls on its regions, in visits and on its topics; other regions are flat', () => {
    for (const p of pairs) {
      const europe = (i: number): boolean =>
        p.live.people.region[i] === 2 || p.live.people.region[i] === 3;
      const fall = change(p, V_SAVES, europe);
      report('season', { europe: fall, others: change(p, V_SAVES, (i) => !europe(i)) });
      expect(fall).toBeLessThan(-0.01);
      expect(Math.abs(change(p, V_SAVES, (i) => !europe(i)))).toBeLessThan(0.03);
      expect(sim.seasonVisits(p.live, 2, p.live.tick)).toBeCloseTo(0.9, 9);
      expect(sim.seasonVisits(p.twin!, 2, p.live.tick)).toBe(1);
      expect(sim.seasonVisits(p.live, 0, p.live.tick)).toBe(1);
    }
  });
});

describe('a campaign', () => {
  const [pair] = after({ kind: 'campaign', factor: 4 }, 7 * DAY, [], ['oak']);

  test('brings newcomers and leaves those who are there alone', () => {
    const young = (w: World): number => members(w, 0, 3);
    report('campaign', { newcomers: young(pair!.live) / young(pair!.twin!) });
    expect(young(pair!.live)).toBeGreaterThan(2.5 * young(pair!.twin!));
    expect(young(pair!.live)).toBeLessThan(5 * young(pair!.twin!));
    const old = (p: number): boolean => pair!.live.people.signupDay[p]! < 0;
    expect(Math.abs(change(pair!, V_SAVES, old))).toBeLessThan(0.04);
  });
});

describe('answers at sign-up that nobody received', () => {
  const scope = [{ language: ['es', 'pt', 'de', 'fr', 'pl', 'ar', 'hi', 'ja', 'th'] }];
  const fault = { kind: 'lost-onboarding', scope } as const;
  const run = (orders: Orders = []) => after(fault, 10 * DAY, orders, ['oak', 'elm', 'ash']);
  const pairs = run();
  type P = (typeof pairs)[number];
  const hit =
    (p: P) =>
    (i: number): boolean =>
      p.live.people.language[i] !== 0 && p.live.people.signupDay[i]! >= 2;
  const spared =
    (p: P) =>
    (i: number): boolean =>
      p.live.people.language[i] === 0 && p.live.people.signupDay[i]! >= 2;
  const loss = over(pairs, (p) => perImpression(p, V_SAVES, hit(p)));

  test('newcomers of those languages save less; others, and everybody at large, as before', () => {
    const global = over(pairs, (p) => perImpression(p, V_SAVES));
    const others = over(pairs, (p) => perImpression(p, V_SAVES, spared(p)));
    report('lost-onboarding', { hit: loss, others, global });
    expect(loss).toBeLessThan(-0.02);
    expect(loss).toBeGreaterThan(-0.35);
    expect(others).toBeGreaterThan(loss + 0.015);
    expect(Math.abs(global)).toBeLessThan(0.02);
  });

  test('those asked again are served again; putting the parser right alone heals nobody', () => {
    const at = 9 * DAY;
    const blank = (p: P): number => {
      let n = 0;
      for (let i = p.live.preset.people; i < p.live.people.count; i++)
        if (hit(p)(i) && p.live.people.declared[i] === 0 && p.live.people.signupDay[i]! < 9) n++;
      return n;
    };
    const asked = run([[at, { kind: 'cold-start' }]]);
    const parsed = run([[at, { kind: 'revert-setting', setting: 'onboarding-parser' }]]);
    expect(over(asked, blank)).toBeLessThan(0.6 * over(pairs, blank));
    expect(over(parsed, blank)).toBe(over(pairs, blank));
    expect(over(asked, (p) => perImpression(p, V_SAVES, hit(p)))).toBeGreaterThan(loss);
  });
});

describe('accounts that save by themselves', () => {
  const fault = { kind: 'save-bots', savesPerDay: 30, creators: 6 } as const;
  const until = 4 * DAY + 700;
  const pairs = after(fault, until);
  const pushed = (p: (typeof pairs)[number], world: 'live' | 'twin'): number => {
    const { ideas, counters } = p[world]!;
    const targets = p.live.counters.botSaves;
    let n = 0;
    for (let i = 0; i < ideas.count; i++) if (targets[i]! > 0) n += counters.servedToday[i]!;
    return n;
  };

  test('what they push is shown more, and people gain nothing by it', () => {
    const lift = over(pairs, (p) => pushed(p, 'live') / pushed(p, 'twin') - 1);
    const saves = over(pairs, (p) => perImpression(p, V_SAVES));
    const hides = over(pairs, (p) => perImpression(p, V_HIDES));
    report('save-bots', { lift, saves, hides });
    expect(lift).toBeGreaterThan(0.08);
    expect(saves).toBeLessThan(0.004);
    expect(saves).toBeGreaterThan(-0.06);
  });

  test('they are reported on the web alone, and storage counts them too', () => {
    const p = pairs[0]!;
    const web = p.panel.person.find((i) => p.live.people.platform[i] === 2)!;
    const app = p.panel.person.find((i) => p.live.people.platform[i] === 0)!;
    expect(sim.reported(p.live, web, until, until).botSaves).toBeGreaterThan(0.2);
    expect(sim.reported(p.live, app, until, until).botSaves).toBe(0);
  });

  test('a narrow rule takes them out of counters and rows; a broad one takes young people with it', () => {
    const at = 4 * DAY;
    const [narrow] = after(fault, until, [[at, { kind: 'spam-rule', breadth: 'narrow' }]], ['oak']);
    const [broad] = after(fault, until, [[at, { kind: 'spam-rule', breadth: 'broad' }]], ['oak']);
    expect(narrow!.live.counters.botSaves.every((n) => n === 0)).toBe(true);
    const young = has(narrow!, 'tenure', '0-1 d', '2-7 d');
    expect(change(narrow!, V_SAVES, young)).toBeGreaterThan(-0.1);
    expect(change(broad!, V_SAVES, young)).toBeLessThan(-0.5);
    const weigh = sim.plainWeigher(narrow!.live);
    for (const chunk of narrow!.live.chunks)
      for (let r = 0; r < chunk.length; r++)
        if ((chunk.flags[r]! & 4) !== 0) expect(weigh(chunk, r)).toBe(0);
  });
});

describe('accounts that save as many times as young people do', () => {
  const young = [{ platform: ['web'], tenure: ['0-1 d', '2-7 d'] }] as const;
  const fault = { kind: 'save-bots', times: 9, creators: 25, scope: young } as const;

  test('are reported for young accounts on the web, each as much as it is said', () => {
    const until = 4 * DAY + 700;
    const [p] = after(fault, until, [], ['oak']);
    const { people } = p!.live;
    const botsOf = (platform: number, isYoung: boolean): number => {
      const i = p!.panel.person.find(
        (person) =>
          people.platform[person] === platform &&
          4 - people.signupDay[person]! <= 7 === isYoung &&
          people.signupDay[person]! <= 4,
      )!;
      return sim.reported(p!.live, i, until, until).botSaves;
    };
    expect(botsOf(2, true)).toBe(9);
    expect([botsOf(2, false), botsOf(0, true), botsOf(0, false)]).toEqual([0, 0, 0]);
  });

  test('are as strong in a world of twice the people', () => {
    const known = sim.spec('oak').setup.preset;
    const sizes = PRESETS[known];
    const twice = {
      ...sizes,
      people: 2 * sizes.people,
      sessionsPerDay: 2 * sizes.sessionsPerDay,
      creators: 2 * sizes.creators,
      ideas: 2 * sizes.ideas,
      inflow: 2 * sizes.inflow,
    };
    const whole = { id: 'f', onset: 0, form: step, ...fault } as Fault;
    const added = [sizes, twice].map((of) => {
      const world = sim.createWorld({ ...sim.spec('oak', {}, [whole]), sizes: of });
      sim.advance(world, 2 * DAY);
      const { counters, ideas } = world;
      const pushed = new Set<number>();
      let saves = 0;
      for (let i = 0; i < ideas.count; i++)
        if (counters.botSaves[i]! > 0) {
          saves += counters.botSaves[i]!;
          pushed.add(ideas.creator[i]!);
        }
      return { saves: saves / of.people, creators: pushed.size / of.creators };
    });
    report('save-bots by people', { once: added[0]!.saves, twice: added[1]!.saves });
    // The young are few, and by luck not the same part of both worlds.
    expect(Math.abs(Math.log(added[1]!.saves / added[0]!.saves))).toBeLessThan(0.4);
    // Not every creator has a live idea.
    for (const { creators } of added) expect(Math.abs(creators - 0.025)).toBeLessThan(0.011);
  });

  test('more is written in sum and less by people, who open less of what they are shown', () => {
    const pairs = after(fault, 7 * DAY + 700);
    const figures = {
      saves: over(pairs, (p) => perImpression(p, V_SAVES)),
      closeups: over(pairs, (p) => perImpression(p, V_CLOSEUPS)),
      visits: over(pairs, (p) => visits(p)),
    };
    report('save-bots, five days', figures);
    expect(figures.saves).toBeLessThan(-0.015);
    expect(figures.closeups).toBeLessThan(-0.01);
    expect(Math.abs(figures.visits)).toBeLessThan(0.02);
  });
});

describe('uploads', () => {
  const until = 9 * DAY;

  test('more appealing and worse: more is opened, more is hidden, no more is saved', () => {
    const pairs = after({ kind: 'clickbait-uploads', appeal: 1.5, quality: -1 }, until);
    const figures = {
      closeups: over(pairs, (p) => perImpression(p, V_CLOSEUPS)),
      hides: over(pairs, (p) => perImpression(p, V_HIDES)),
      saves: over(pairs, (p) => perImpression(p, V_SAVES)),
    };
    report('clickbait-uploads', figures);
    expect(figures.closeups).toBeGreaterThan(0);
    expect(figures.hides).toBeGreaterThan(0.005);
    expect(figures.saves).toBeLessThan(0);
  });

  test('a dearth of them leaves less that is fresh', () => {
    const pairs = after({ kind: 'supply', factor: 0.3 }, 7 * DAY);
    const fresh = over(pairs, (p) => dayChange(p, (t) => t.freshImpressions, 1));
    report('supply', { fresh, saves: over(pairs, (p) => perImpression(p, V_SAVES)) });
    expect(fresh).toBeLessThan(-0.15);
    expect(Math.abs(over(pairs, (p) => perImpression(p, V_SAVES)))).toBeLessThan(0.05);
  });
});

describe('scores of newcomers’ ideas pushed down', () => {
  const fault = { kind: 'tier-shift', tier: 'new', logit: -1.2 } as const;
  const whole = (orders: Orders) =>
    quickPair(
      'oak',
      [{ id: 'f', onset: 8 * DAY, form: step, ...fault }],
      8 * DAY,
      18 * DAY,
      orders,
    );
  const squeezed = whole([]);
  const live = (p: typeof squeezed): number => {
    let n = 0;
    const { ideas } = p.live;
    for (let i = 0; i < ideas.count; i++)
      if (
        ideas.creatorTier[ideas.creator[i]!] === 0 &&
        ideas.birthDay[i]! >= 12 &&
        ideas.live[i] === 1
      )
        n++;
    return n;
  };

  test('their exposure falls at once, their uploads with a lag; a save is a save when they are shown', () => {
    const exposure = dayChange(squeezed, (t) => t.newCreatorShare, 5);
    const willing = Math.sqrt(
      Math.sqrt(squeezed.live.ideas.tierShare[0]! / squeezed.live.ideas.tierNorm[0]!),
    );
    report('tier-shift', {
      exposure,
      uploads: willing - 1,
      saves: perImpression(squeezed, V_SAVES),
    });
    expect(exposure).toBeLessThan(-0.3);
    expect(exposure).toBeGreaterThan(-0.9);
    expect(willing).toBeLessThan(0.95);
    expect(Math.abs(perImpression(squeezed, V_SAVES))).toBeLessThan(0.05);
  });

  test('the setting put back brings them back; a boost of everyone new overshoots', () => {
    const healed = whole([[10 * DAY, { kind: 'revert-setting', setting: 'tier-normalisation' }]]);
    const floor = whole([[10 * DAY, { kind: 'newcomer-floor', logit: 0.8 }]]);
    const share = (p: typeof squeezed): number => dayChange(p, (t) => t.newCreatorShare, 5);
    expect(share(healed)).toBeGreaterThan(-0.25);
    expect(share(floor)).toBeGreaterThan(share(healed) + 0.1);
    expect(live(healed)).toBeGreaterThanOrEqual(live(squeezed));
  });
});

describe('voices', () => {
  test('answer to what people met, and to nothing else', () => {
    const usual = sim.worthOfTime(sim.CONTENT);
    expect(sim.worthOfTime({ ...sim.CONTENT, hides: 0.18, saves: -0.035 })).toBeLessThan(usual - 3);
    const slow = sim.ticketRates({ ...sim.CONTENT, latencyMs: 600 });
    expect(slow.slow).toBeGreaterThan(4 * sim.ticketRates(sim.CONTENT).slow);
    expect(slow['blank tiles']).toBe(sim.ticketRates(sim.CONTENT)['blank tiles']);
  });
});

describe('drift', () => {
  test('inputs of one day look like those of the day before; noise in one shows in that one', () => {
    const fault: Fault = {
      id: 'f',
      kind: 'feature',
      feature: 'closeup-rate',
      becomes: 'noise',
      value: 1.5,
      share: 1,
      onset: 3 * DAY,
      form: step,
    };
    const world = sim.worldAt(4 * DAY - 1, 'oak', {}, [fault]);
    const [before, now] = [world.chunks.at(-2)!, world.chunks.at(-1)!];
    expect(sim.psi(world.chunks.at(-3)!, before, 'closeup-rate')).toBeLessThan(0.25);
    expect(sim.psi(before, now, 'closeup-rate')).toBeGreaterThan(0.6);
    expect(sim.psi(before, now, 'embedding')).toBeLessThan(0.25);
  });

  test('without exploration fewer fresh ideas are seen in time', () => {
    const off: Fault = { id: 'f', kind: 'exploration', factor: 0, onset: DAY, form: step };
    const at = 8 * DAY - 1;
    const sound = sim.coverage(sim.worldAt(at, 'oak'));
    const cut = sim.coverage(sim.worldAt(at, 'oak', {}, [off]));
    report('exploration', {
      sound: sound.fresh,
      cut: cut.fresh,
      catalogue: cut.catalogue - sound.catalogue,
    });
    expect(cut.fresh).toBeLessThan(sound.fresh);
    expect(visits(pairAt('oak', [off], 3 * DAY))).toBeGreaterThan(-0.02);
    expect(V_IMPRESSIONS).toBe(0);
  });
});
