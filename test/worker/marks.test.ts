/**
 * Marks of a run: the same from several threads as from one, and the ones on record. They change with the simulator, with
 * the incident they are from, and with every rule of the observer; nothing else may change them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Hasher } from '../../src/determinism/hash.ts';
import type { Command } from '../../src/session/commands.ts';
import type { Run } from '../../src/session/run.ts';
import { fewOf } from '../golden/analysed.ts';
import { closing } from '../golden/closing.ts';
import { atThinPage, EARLY_FAST, PLAYED, played } from '../session/cases.ts';
import { session } from '../session/compiled.ts';
import { thread } from './thread.ts';

const FILE = fileURLToPath(new URL('marks.golden.json', import.meta.url));
const REGENERATE = 'UPDATE_GOLDEN=1 npx vitest run --project unit test/worker/marks.test.ts';

/** What is tested is that all of it is done, not what it finds. */
const SMALL = fewOf(EARLY_FAST);
const CLOSE: Command = { kind: 'close', cause: null, confidence: 60, prevention: null };
const run: Run = played(closing(PLAYED), {
  ...atThinPage(),
  scenario: SMALL,
});
const weigher = session.createWeigher();
const alone = weigher.weigh(run);
const view = session.decisionViewOf(run, alone);

test('looks, both orders and the closing have marks, in words', () => {
  const commands = view.marks.map((m) => run.commands[m.move]!.kind);
  expect(commands.filter((kind) => kind === 'act')).toHaveLength(2);
  expect(commands[0]).toBe('look');
  expect(commands.at(-1)).toBe('close');
  for (const { because, mark } of view.marks) {
    expect(because).toMatch(/^[“A-Z].*\.$/);
    expect(because).not.toMatch(/NaN|undefined|Infinity/);
    expect(mark).not.toBe('');
  }
  for (const { regret } of [...alone.points, ...alone.path.steps])
    expect(regret).toBeGreaterThanOrEqual(0);
});

test(
  'threads come to the marks of one, and one of them may die',
  { timeout: 240_000 },
  async () => {
    const threads = [thread(), thread(2)];
    const analysts = threads.map(({ port }) => session.connectAnalyst(port));
    const quietly = (): void => undefined;
    const foretold = await session.foretellShared(
      run.scenario,
      session.queriesOfRun(run),
      analysts,
      quietly,
    );
    const table = await session.tableShared(run, analysts, quietly);
    const decided = await session.decideShared(run, foretold, table, analysts, quietly);
    expect(decided).toEqual(view);
    // Looks are weighed before anything of the changes is known.
    const { path, supported } = session.firstWeighed(run, foretold, table);
    expect(path).toEqual(alone.path);
    expect(session.looksViewOf(run, path, supported)).toMatchObject({
      marks: view.marks.filter(({ isChange }) => !isChange),
      enough: view.enough,
    });
    // Nobody is touched where nothing is wrong, and somebody where a history was cut short.
    const reached = (id: string): number => table.radii.get(id)!.hurtLater.length;
    expect(reached('nothing-wrong')).toBe(0);
    expect(reached('short-memory')).toBeGreaterThan(0);
  },
);

test('a run weighed after another of its incident has the same marks', { timeout: 240_000 }, () => {
  const hasty = played([...PLAYED.slice(7, 9), CLOSE], { ...atThinPage(), scenario: SMALL });
  weigher.weigh(hasty);
  expect(session.decisionViewOf(run, weigher.weigh(run))).toEqual(view);
});

test('they are the ones on record', () => {
  const now = new Hasher().string(JSON.stringify(view)).digest();
  if (process.env['UPDATE_GOLDEN'] === '1')
    writeFileSync(FILE, `${JSON.stringify({ marks: now }, null, 2)}\n`);
  const { marks } = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly marks: string };
  expect(now, `If marks were meant to change: ${REGENERATE}`).toBe(marks);
});
