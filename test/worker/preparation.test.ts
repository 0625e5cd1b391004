/** What is worked out ahead: one thread at a time until somebody waits, kept by all that it rests on. */
import { expect, test } from 'vitest';
import type { AtQuery } from '../../src/analysis/belief/foretold.ts';
import type { IncidentTable, OutlookTask } from '../../src/analysis/marks/incidentTable.ts';
import type { Outlook, Plan } from '../../src/analysis/marks/outlook.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Look } from '../../src/session/commands.ts';
import type { Dimension } from '../../src/sim/segments.ts';
import type { RemoteAnalyst } from '../../src/worker/remoteAnalyst.ts';
import { atThinPage, EARLY_FAST } from '../session/cases.ts';
import { session } from '../session/compiled.ts';

const FEW = new Set(['short-memory', 'nothing-wrong']);
const SMALL: CompiledScenario = {
  ...EARLY_FAST,
  hypotheses: EARLY_FAST.hypotheses.filter((h) => FEW.has(h.id)),
};
const page = { ...atThinPage(), scenario: SMALL };
const { pageTick } = SMALL.world;

/** A piece of work that ends when it is told to. */
function piece(): { begun: boolean; end: () => void; work: () => Promise<void> } {
  const self = {
    begun: false,
    end: (): void => undefined,
    work: (): Promise<void> => {
      self.begun = true;
      return new Promise((resolve) => (self.end = resolve));
    },
  };
  return self;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('pieces are done one at a time, and all at once when there is a hurry', async () => {
  const turns = session.createTurns();
  const [a, b, c, d] = [piece(), piece(), piece(), piece()];
  const all = [a, b, c, d].map((p) => turns.take(p.work));
  await settled();
  expect([a, b, c, d].map((p) => p.begun)).toEqual([true, false, false, false]);
  a.end();
  await settled();
  expect([b, c, d].map((p) => p.begun)).toEqual([true, false, false]);
  turns.hurry();
  await settled();
  expect([c, d].map((p) => p.begun)).toEqual([true, true]);
  for (const p of [b, c, d]) p.end();
  await Promise.all(all);
});

test('no piece begins before it is quiet, but for a hurry', async () => {
  let calm = (): void => undefined;
  const turns = session.createTurns(() => new Promise((resolve) => (calm = resolve)));
  const [a, b, c] = [piece(), piece(), piece()];
  const all = [a, b, c].map((p) => turns.take(p.work));
  await settled();
  expect(a.begun).toBe(false);
  calm();
  await settled();
  expect(a.begun).toBe(true);
  a.end();
  await settled();
  expect(b.begun).toBe(false);
  turns.hurry();
  await settled();
  expect([b, c].map((p) => p.begun)).toEqual([true, true]);
  for (const p of [b, c]) p.end();
  await Promise.all(all);
});

test('a piece that fails lets the next one begin', async () => {
  const turns = session.createTurns();
  const failing = turns.take(() => Promise.reject(new Error('no')));
  const next = piece();
  const after = turns.take(next.work);
  await expect(failing).rejects.toThrow('no');
  await settled();
  expect(next.begun).toBe(true);
  next.end();
  await after;
});

test('a table goes by the code that makes it and by all that is in the incident', () => {
  const key = session.tableKey('a', SMALL);
  expect(session.tableKey('a', { ...SMALL })).toBe(key);
  expect(session.tableKey('b', SMALL)).not.toBe(key);
  const { world } = SMALL;
  const longer = { ...SMALL, world: { ...world, harmHorizon: world.harmHorizon + 1 } };
  expect(session.tableKey('a', longer)).not.toBe(key);
});

/** A census that asked nobody. */
const nobody = { value: new Float64Array(), weight: new Float64Array(), labels: new Map() };

/** One that has run every line at once: `harm` of a line in a hypothesis, taken up at the page or later. */
function seer(harm: (line: number, hypothesis: string, late: boolean) => number): {
  readonly asked: string[];
  readonly analyst: RemoteAnalyst;
} {
  const asked: string[] = [];
  const answerTo = (type: string, task: OutlookTask): unknown =>
    type === 'foretell'
      ? []
      : task.plans.map(({ hypotheses, plan }) =>
          hypotheses.map((hypothesis): Outlook => {
            const late = plan.points[0]!.tick > pageTick;
            const [{ instead }] = plan.departures as [Plan['departures'][number]];
            return {
              hypothesis,
              seed: task.seed,
              stay: [10, 10],
              instead: [instead.map((line) => harm(line, hypothesis, late))],
              after: [[]],
              read: [],
              observed: { reading: nobody, hurtNow: nobody, hurtLater: nobody },
            };
          }),
        );
  const ask = (type: string, body: unknown): Promise<unknown> => {
    asked.push(type);
    return Promise.resolve(answerTo(type, body as OutlookTask));
  };
  return { asked, analyst: { ask, close: () => asked.push('closed') } as unknown as RemoteAnalyst };
}

test('a table is made of what was run, kept, and not made again', async () => {
  const tables = new Map<string, IncidentTable>();
  const kept = {
    build: 'b',
    store: {
      get: async (key: string) => tables.get(key),
      put: async (key: string, table: IncidentTable) => void tables.set(key, table),
    },
  };
  // The first line is the best where the memory is short, the second where nothing is wrong; the others are never.
  const harm = (line: number, hypothesis: string, late: boolean): number =>
    (line > 1 ? 8 : Number((line === 0) !== (hypothesis === 'short-memory'))) + Number(late);
  const two = [seer(harm), seer(harm)];
  const preparing = session.prepare(
    page,
    two.map(({ analyst }) => analyst),
    { tables: kept },
  );
  expect(preparing.isFor({ ...SMALL })).toBe(true);
  expect(preparing.isFor(EARLY_FAST)).toBe(false);
  const table = await preparing.table();
  expect(table.early.size).toBe(table.lines.length);
  expect(table.early.size).toBeGreaterThan(2);
  expect(Object.fromEntries(table.early.get(0)!)).toEqual({
    'short-memory': 0,
    'nothing-wrong': 1,
  });
  // Only what may be the best under some belief is taken up later as well.
  expect([...table.late.keys()]).toEqual([0, 1]);
  expect(table.nothing.get('nothing-wrong')).toBe(10);
  expect(table.largest).toBe(10);
  const worth = session.worthIn(table, SMALL);
  const sure = new Map([['short-memory', 1]]);
  expect(worth(sure, pageTick)).toBe(0);
  expect(worth(sure, pageTick + 30)).toBeCloseTo(0.5);
  expect([...tables.values()]).toEqual([table]);
  preparing.close();
  expect(two.map(({ asked }) => asked.at(-1))).toEqual(['closed', 'closed']);

  const again = seer(harm);
  expect(await session.prepare(page, [again.analyst], { tables: kept }).table()).toEqual(table);
  // Its worlds are warm, and no line was played.
  expect(new Set(again.asked)).toEqual(new Set(['foretell']));
});

test('what a run reads is foretold while it is played, and nothing of it twice', async () => {
  const { analyst } = seer(() => 0);
  const told: AtQuery[][] = [];
  const ask: RemoteAnalyst['ask'] = (type, body) => {
    if (type === 'foretell') told.push([...(body as { queries: readonly AtQuery[] }).queries]);
    return analyst.ask(type, body);
  };
  const preparing = session.prepare(page, [{ ...analyst, ask }], {});
  await preparing.table();
  const run = session.forkRun(page);
  const askedAfter = async (by: readonly Dimension[]): Promise<AtQuery[][]> => {
    told.length = 0;
    const look: Look = { view: 'lens', metric: 'save_rate', by, surface: 'all' };
    expect(session.dispatch(run, { kind: 'look', look }).ok).toBe(true);
    preparing.read(run);
    preparing.read(run);
    await settled();
    return [...told];
  };
  const each = (queries: readonly AtQuery[]): readonly AtQuery[][] =>
    session.SIGNATURE_SEEDS.map(() => [...queries]);
  const first = await askedAfter(['activity']);
  expect(first).toEqual(each(session.queriesOfRun(run)));
  expect(await askedAfter(['region'])).toEqual(
    each([session.readOf(run).at(-1)!].map(session.plainQuery)),
  );
});

test('whoever dies at it is heard of only by who waits', async () => {
  const ask = (): Promise<never> => Promise.reject(new Error('the analysis died'));
  const dying = session.prepare(page, [{ ask, close: () => undefined }], {});
  await settled();
  await expect(dying.table()).rejects.toThrow('the analysis died');
});
