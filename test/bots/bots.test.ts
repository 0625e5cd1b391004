/** Every scripted player plays every incident to its close, alike each time, and knows no more than it is shown. */
import { describe, expect, test } from 'vitest';
import { BOT_IDS } from '../../src/bots/bot.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Run } from '../../src/session/run.ts';
import { oneOfDay } from '../partOfDay.ts';
import { SCENARIO_IDS, scenarioById } from '../scenario/library.ts';
import { atPage, atThinPage, FAST } from '../session/cases.ts';
import { session } from '../session/compiled.ts';
import { early } from '../session/early.ts';

const SEED = 'birch';
/** A loaded machine takes its time over a page that has to be warmed, or over a shift to its end. */
const LONG = 300_000;

function played(page: Run, id: string, seed = SEED): Run {
  const bot = session.roster(page.scenario.references[0]!).find((b) => b.id === id)!;
  session.playOut(page, bot, seed);
  return page;
}

describe.each(oneOfDay(SCENARIO_IDS))('%s', (incident) => {
  const scenario = scenarioById(incident);
  const page = early({ ...scenario, world: { ...scenario.world, preset: 'check' } });

  test.each(BOT_IDS)('%s plays to the close without a refusal', { timeout: LONG }, (id) => {
    const run = played(atThinPage(page), id);
    expect(run.desk.closed).not.toBeNull();
    expect(run.log.filter((event) => event.kind === 'refused')).toEqual([]);
    expect(run.commands.at(-1)?.kind).toBe('close');
  });
});

test('the roster is the list of names', () => {
  expect(session.roster(FAST.references[0]!).map(({ id }) => id)).toEqual(BOT_IDS);
});

test.each(['tourist', 'random'])('%s plays alike by the same seed only', (id) => {
  const once = played(atThinPage(), id).commands;
  expect(played(atThinPage(), id).commands).toEqual(once);
  expect(played(atThinPage(), id, 'elm').commands).not.toEqual(once);
});

test('a command that is refused is an error of the player', () => {
  const moves = function* () {
    yield { kind: 'undo', intervention: 'o9' } as const;
    return session.viewOf(atThinPage());
  };
  const closing = { kind: 'close', cause: null, confidence: 0, prevention: null } as const;
  const sit = (): { moves: typeof moves; closing: () => typeof closing } => ({
    moves,
    closing: () => closing,
  });
  const clumsy = { id: 'random', label: 'Clumsy', sit } as const;
  expect(() => session.playOut(atThinPage(), clumsy, SEED)).toThrow('There is no such order');
});

/** The same incident, of which nothing is left that a player is not shown, or turned into its contrary. */
function blind(scenario: CompiledScenario): CompiledScenario {
  const { postmortem } = scenario;
  return {
    ...scenario,
    title: '',
    faults: [],
    references: [],
    wrong: [],
    principles: [],
    rollback: 'irrelevant',
    hypotheses: scenario.hypotheses.map((h) => ({ ...h, truth: !h.truth, prior: 0, tell: '' })),
    changes: scenario.changes.map((change) => ({ ...change, guilty: !change.guilty })),
    postmortem: {
      ...postmortem,
      causes: postmortem.causes.map((cause) => ({ ...cause, true: !cause.true })),
      preventions: postmortem.preventions.map((p) => ({ ...p, helps: !p.helps })),
    },
    recovery: { conditions: [], holdMinutes: 0, repairs: [] },
    expectations: [],
  };
}

test(
  'the careful novice plays alike where nothing but what is shown is left',
  { timeout: LONG },
  () => {
    const line = FAST.references[0]!;
    const novice = session.roster(line).find((b) => b.id === 'careful-novice')!;
    const [seeing, blinded] = [atPage(), { ...atPage(), scenario: blind(FAST) }];
    session.playOut(seeing, novice, SEED);
    session.playOut(blinded, novice, SEED);
    expect(seeing.commands.some(({ kind }) => kind === 'declare' || kind === 'act')).toBe(true);
    expect(blinded.commands).toEqual(seeing.commands);
  },
);
