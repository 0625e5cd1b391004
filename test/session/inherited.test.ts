/** A shift taken over half way: what the colleague did is done, can be undone, and is no move of the run. */
import { describe, expect, it } from 'vitest';
import { beginTick } from '../../src/scenario/handover.ts';
import { inWorld } from '../../src/scenario/inWorld.ts';
import { inheritedOf } from '../../src/scenario/variants.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Command } from '../../src/session/commands.ts';
import { oneOfDay } from '../partOfDay.ts';
import { scenarioById, SCENARIO_IDS } from '../scenario/library.ts';
import { atPage, atThinPage, SEED } from './cases.ts';
import { session } from './compiled.ts';
import { early } from './early.ts';

const inherited = (id: string): CompiledScenario | null => {
  const scenario = inheritedOf(scenarioById(id));
  return scenario === null ? null : inWorld(scenario, 'check');
};
const ALL = SCENARIO_IDS.flatMap((id) => inherited(id) ?? []);
/** Each has its page made, and played again as far as it was handed over. */
const TODAY = oneOfDay(ALL);
const CASE = early(inherited('cohort-canary-regression')!);

const MOVES: readonly Command[] = [
  { kind: 'undo', intervention: 'o0' },
  { kind: 'act', act: { kind: 'stop-ramp', rollout: 'ranker-v42' } },
  { kind: 'wait', minutes: 20 },
];

describe('a shift taken over', () => {
  it('begins when it changes hands, with what the colleague left', () => {
    const run = atThinPage(CASE);
    const view = session.viewOf(run);
    expect(view.now.minutesSincePage).toBe(27);
    expect(run.pair.live.tick).toBe(beginTick(CASE));
    expect(view.applied.map(({ id, state }) => [id, state])).toEqual([['o0', 'under way']]);
    expect(view.radius.declaredAt).toBe('Tue 14:10');
    expect(run.desk.radius).toMatchObject({ reading: [{}], hurtNow: [{}], severity: 'critical' });
    expect(view.board.hypotheses).toMatchObject([{ confidence: 90 }]);
    expect(view.chat.at(-1)).toMatchObject({ from: 'Samir', text: CASE.handover?.note });
    expect(view.handover?.moves.at(-1)).toEqual({
      atLabel: 'Tue 14:25',
      label: 'roll back to v41, everyone',
    });
    expect(view.said).toBe('Samir hands the shift over at Tue 14:32.');
  });

  it('holds no move yet', () => {
    const run = atThinPage(CASE);
    expect(run.commands).toEqual([]);
    expect(run.log.filter(({ kind }) => kind === 'command')).toEqual([]);
    expect(run.log.filter(({ kind }) => kind === 'inherited')).toHaveLength(5);
  });

  it('lets what was ordered take effect where nobody takes it back', () => {
    const run = atThinPage(CASE);
    session.dispatch(run, { kind: 'wait', minutes: 20 });
    expect(session.viewOf(run).applied).toMatchObject([{ id: 'o0', state: 'in effect' }]);
  });

  it('lets it be taken back, and goes on counting orders', () => {
    const run = atThinPage(CASE);
    for (const move of MOVES) expect(session.dispatch(run, move)).toEqual({ ok: true });
    expect(session.viewOf(run).applied).toMatchObject([
      { id: 'o0', state: 'undone' },
      { id: 'o1', state: 'in effect' },
    ]);
  });

  it('is the same when it comes back from where pages are kept', () => {
    const run = atThinPage(CASE);
    const again = session.restoreRun(session.snapshotOf(run));
    expect(session.viewOf(again)).toEqual(session.viewOf(run));
  });

  it('is gone back to as the shift was found', () => {
    const page = atThinPage(CASE);
    const checkpoints = session.createCheckpoints(page);
    const run = session.forkRun(page);
    for (const move of MOVES) {
      session.dispatch(run, move);
      checkpoints.keep(run);
    }
    expect(session.viewOf(checkpoints.goBack(run.commands, 0))).toEqual(session.viewOf(page));
  });

  it('is left alone in a case nobody had before', () => {
    const run = atThinPage();
    expect(session.viewOf(run).handover).toBeNull();
    expect(run.pair.live.tick).toBe(run.scenario.world.pageTick);
  });

  it('cannot hold what was not possible', () => {
    const handed = (change: Partial<NonNullable<typeof CASE.handover>>): (() => void) => {
      const scenario = { ...CASE, handover: { ...CASE.handover!, ...change } };
      return () => session.takeOver({ ...atThinPage(), scenario });
    };
    const moves = [{ afterMinutes: 2, do: 'undo', order: 'o0' }] as const;
    expect(handed({ moves })).toThrow(/Samir cannot have done that at Tue 14:07: There is no such/);
    expect(handed({ afterMinutes: 22 })).toThrow(/last beyond the end of the shift/);
  });
});

describe('a recording of it', () => {
  it('holds the player’s moves only, and is the same run again', () => {
    const run = session.startRun(CASE, SEED);
    for (const move of MOVES) session.dispatch(run, move);
    const recording = session.recordingOf(run);
    expect(recording.scenario).toBe('cohort-canary-regression~inherited');
    expect(recording.commands).toEqual(MOVES);
    expect(session.verifyRecording(CASE, recording)).toMatchObject({ ok: true });
  });
});

describe.each(TODAY.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
  it('can have been done as it is written', () => {
    const run = atPage(early(scenario));
    const { moves } = scenario.handover!;
    const pins = moves.filter((move) => move.do === 'look' && move.pinned).length;
    expect(run.log.filter(({ kind }) => kind === 'inherited')).toHaveLength(moves.length + pins);
    expect(run.log.filter(({ kind }) => kind === 'refused')).toEqual([]);
    expect(run.desk.pinned).toHaveLength(pins);
    expect(run.chart.legality.over).toBe(false);
  });

  it('has lines that are repaired at their end, by the colleague or by the line', () => {
    const acts = scenario.handover!.moves.flatMap((move) => (move.do === 'act' ? [move.act] : []));
    const ordered = acts.map(({ kind }, k) => ({ kind, id: `o${k}` }));
    for (const { steps, undo = [] } of scenario.references) {
      const done = new Set([
        ...ordered.filter(({ id }) => !undo.includes(id)).map(({ kind }) => kind),
        ...steps.map(({ act }) => act.kind),
      ]);
      for (const { anyOf } of scenario.recovery.repairs)
        expect(anyOf.some((kind) => done.has(kind))).toBe(true);
    }
  });

  it('is told apart from its incident by name, and comes with it', () => {
    expect(scenario.id).toMatch(/~inherited$/);
    expect(scenario.inherited).toBeUndefined();
    expect(scenario.cast.map(({ id }) => id)).toContain(scenario.handover?.from);
    expect(scenario.references.length).toBeGreaterThanOrEqual(2);
  });
});

it('there are four', () => expect(ALL).toHaveLength(4));
