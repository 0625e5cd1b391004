import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkArchitecture, type Rule, type SourceFile } from './check.ts';
import { importCycles } from './importGraph.ts';

function sources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path, source: readFileSync(path, 'utf8') })),
  );
}

const CONFIGS = ['vite.config.ts', 'vitest.config.ts'].map((path) => ({
  path,
  source: readFileSync(path, 'utf8'),
}));

/** The rules broken by files given as path → source. */
function broken(files: Record<string, string>): Rule[] {
  const list = Object.entries(files).map(([path, source]) => ({ path, source }));
  return checkArchitecture(list).map((violation) => violation.rule);
}

/** A tree in which the targets of all planted imports exist. */
const GROUND: Record<string, string> = {
  'src/determinism/random.ts': 'export const draw = 1;',
  'src/sim/step.ts': 'export const step = 1; export type World = number;',
  'src/log/log.ts': 'export const log = 1;',
  'src/scenario/compile.ts': 'export const compile = 1; export type Compiled = number;',
  'src/scenario/words.ts': 'export const words = 1;',
  'src/incident/chart.ts': 'export const chart = 1;',
  'src/session/session.ts': 'export const session = 1;',
  'src/session/grammar.ts': 'export const grammar = 1;',
  'src/session/dispatch.ts': 'export const dispatch = 1;',
  'src/sim/metrics.ts': 'export const metrics = 1;',
  'src/analysis/harm.ts': 'export const harm = 1;',
  'src/bots/bot.ts': 'export const bot = 1;',
  'src/scoring/score.ts': 'export const score = 1;',
  'src/proof/proof.ts': 'export const proof = 1;',
  'src/drills/drill.ts': 'export const drill = 1;',
  'src/worker/client.ts': 'export const client = 1;',
  'src/worker/entry.ts': 'export const entry = 1;',
  'src/storage/saves.ts': 'export const saves = 1;',
  'src/scene/layout.ts': 'export const layout = 1;',
  'src/ui/panel.tsx': 'export const panel = <div />;',
  'test/sim/world.ts': 'export const world = 1;',
};

/** The rules broken by one more file on clean ground. */
const planted = (path: string, source: string): Rule[] => broken({ ...GROUND, [path]: source });

describe('the project', () => {
  test('keeps its own rules', () => {
    const files = [...sources('src', 'test'), ...CONFIGS];
    expect(files.length).toBeGreaterThan(20);
    const violations = checkArchitecture(files).map((v) => `${v.path}: ${v.rule}: ${v.detail}`);
    expect(violations).toEqual([]);
  });
});

describe('the checker', () => {
  test('does not pass an empty list', () => {
    expect(checkArchitecture([]).map((v) => v.rule)).toEqual(['empty']);
    expect(broken({ 'test/a.ts': 'export const a = 1;' })).toEqual(['empty']);
  });

  test('finds nothing wrong with clean ground', () => {
    expect(broken(GROUND)).toEqual([]);
  });

  test('says where a file does not parse', () => {
    expect(planted('src/sim/a.ts', 'export const = 1;')).toContain('syntax');
  });
});

describe('layers', () => {
  test.each([
    ['src/determinism/a.ts', '../sim/step.ts'],
    ['src/sim/a.ts', '../log/log.ts'],
    ['src/sim/a.ts', '../scenario/compile.ts'],
    ['src/log/a.ts', '../scenario/compile.ts'],
    ['src/scenario/a.ts', '../log/log.ts'],
    ['src/scenario/a.ts', '../incident/chart.ts'],
    ['src/incident/a.ts', '../session/session.ts'],
    ['src/session/a.ts', '../analysis/harm.ts'],
    ['src/analysis/a.ts', '../bots/bot.ts'],
    ['src/bots/a.ts', '../analysis/harm.ts'],
    ['src/bots/a.ts', '../scoring/score.ts'],
    ['src/bots/a.ts', '../session/session.ts'],
    ['src/bots/a.ts', '../scenario/compile.ts'],
    ['src/bots/a.ts', '../sim/step.ts'],
    ['src/scoring/a.ts', '../proof/proof.ts'],
    ['src/proof/a.ts', '../drills/drill.ts'],
    ['src/drills/a.ts', '../worker/client.ts'],
    ['src/worker/a.ts', '../ui/panel.tsx'],
    ['src/worker/a.ts', '../storage/saves.ts'],
    ['src/ui/a.ts', '../sim/step.ts'],
    ['src/ui/a.ts', '../session/session.ts'],
    ['src/ui/a.ts', '../worker/entry.ts'],
    ['src/scene/a.ts', '../sim/step.ts'],
    ['src/scene/a.ts', '../ui/panel.tsx'],
    ['src/storage/a.ts', '../ui/panel.tsx'],
    ['src/cli/a.ts', '../ui/panel.tsx'],
    ['src/sim/a.ts', '../../test/sim/world.ts'],
  ])('%s may not import %s', (path, target) => {
    expect(planted(path, `import { x } from '${target}'; export const a = x;`)).toEqual(['layer']);
    expect(planted(path, `export { x } from '${target}'; export const a = 1;`)).toEqual(['layer']);
    expect(planted(path, `export const a = () => import('${target}');`)).toEqual(['layer']);
  });

  test.each([
    ['src/sim/a.ts', '../determinism/random.ts'],
    ['src/log/a.ts', '../sim/step.ts'],
    ['src/incident/a.ts', '../scenario/compile.ts'],
    ['src/incident/a.ts', '../log/log.ts'],
    ['src/bots/a.ts', '../session/dispatch.ts'],
    ['src/bots/a.ts', '../sim/metrics.ts'],
    ['src/drills/a.ts', '../proof/proof.ts'],
    ['src/worker/a.ts', '../sim/step.ts'],
    ['src/ui/a.ts', '../worker/client.ts'],
    ['src/ui/a.ts', '../session/grammar.ts'],
    ['src/ui/a.ts', '../scenario/words.ts'],
    ['src/ui/a.ts', '../storage/saves.ts'],
    ['src/cli/a.ts', '../drills/drill.ts'],
    ['src/main.ts', './ui/panel.tsx'],
    ['test/sim/a.test.ts', '../../src/worker/entry.ts'],
  ])('%s may import %s', (path, target) => {
    expect(planted(path, `import { x } from '${target}'; export const a = x;`)).toEqual([]);
  });

  test('the page may name types of the layers, a layer not those above it', () => {
    const types = "import type { World } from '../sim/step.ts'; export type A = World;";
    expect(planted('src/ui/a.ts', types)).toEqual([]);
    expect(planted('src/ui/a.ts', "export type A = import('../sim/step.ts').World;")).toEqual([]);
    expect(planted('src/determinism/a.ts', types)).toEqual(['layer']);
    const typeExpression = "export type A = import('../sim/step.ts').World;";
    expect(planted('src/determinism/a.ts', typeExpression)).toEqual(['layer']);
    const declared = "export let a: import('../sim/step.ts').World | undefined;";
    expect(planted('src/determinism/a.ts', declared)).toEqual(['layer']);
  });

  test('a scripted player may name what it may not run, but nothing above or beside it', () => {
    const types = (target: string): string =>
      `import type { World } from '${target}'; export type A = World;`;
    expect(planted('src/bots/a.ts', types('../sim/step.ts'))).toEqual([]);
    expect(planted('src/bots/a.ts', types('../scenario/compile.ts'))).toEqual([]);
    expect(planted('src/bots/a.ts', types('../analysis/harm.ts'))).toEqual(['layer']);
    expect(planted('src/bots/a.ts', types('../scoring/score.ts'))).toEqual(['layer']);
  });

  test('an import whose names are types still runs, unless it says type first', () => {
    const source = "import { type World } from '../sim/step.ts'; export type A = World;";
    expect(planted('src/ui/a.ts', source)).toEqual(['layer']);
  });

  test('a folder that is no layer is told', () => {
    expect(planted('src/engine/a.ts', 'export const a = 1;')).toEqual(['folder']);
    expect(planted('src/engine.ts', 'export const a = 1;')).toEqual(['folder']);
  });

  test('an import of nothing is told', () => {
    const lost = "import { x } from './gone.ts'; export const a = x;";
    expect(planted('src/sim/a.ts', lost)).toEqual(['unresolved']);
    const bare = "import { step } from './step'; export const a = step;";
    expect(planted('src/sim/a.ts', bare)).toEqual(['unresolved']);
    expect(planted('src/ui/a.ts', "import './style.css'; export const a = 1;")).toEqual([]);
  });
});

describe('packages', () => {
  test.each([
    ['src/sim/a.ts', 'seedrandom'],
    ['src/sim/a.ts', 'seedrandom/lib/alea.js'],
    ['src/session/a.ts', 'xstate'],
    ['src/scene/a.ts', 'xstate/graph'],
    ['src/ui/a.ts', 'phaser'],
  ])('%s may not import %s', (path, name) => {
    expect(planted(path, `import x from '${name}'; export const a = x;`)).toEqual(['package']);
  });

  test.each([
    ['src/determinism/a.ts', 'seedrandom/lib/alea.js'],
    ['src/incident/a.ts', 'xstate'],
    ['src/ui/a.ts', 'xstate'],
    ['src/scene/a.ts', 'phaser'],
  ])('%s may import %s', (path, name) => {
    expect(planted(path, `import x from '${name}'; export const a = x;`)).toEqual([]);
  });

  test('the page starts without the canvas library', () => {
    const scene = {
      ...GROUND,
      'src/scene/game.ts': "import { Game } from 'phaser'; export const a = Game;",
    };
    const eager = "import { b } from './ui/b.ts'; export const a = b;";
    const chain = {
      ...scene,
      'src/ui/b.ts': "import { a } from '../scene/game.ts'; export const b = a;",
    };
    expect(broken({ ...chain, 'src/main.ts': eager })).toEqual(['eager-canvas']);
    const lazy = { ...scene, 'src/ui/b.ts': "export const b = () => import('../scene/game.ts');" };
    expect(broken({ ...lazy, 'src/main.ts': eager })).toEqual([]);
  });
});

describe('Node', () => {
  test.each([
    "import fs from 'node:fs'; export const a = fs;",
    "import fs from 'fs'; export const a = fs;",
  ])('is not for the page: %s', (source) => {
    expect(planted('src/ui/a.ts', source)).toEqual(['node']);
    expect(planted('src/sim/a.ts', source)).toEqual(['node']);
    expect(planted('src/worker/entry2.ts', source)).toEqual(['node']);
  });

  test('its globals are not for the page', () => {
    expect(planted('src/ui/a.ts', 'export const a = process.env;')).toEqual(['node']);
    expect(planted('src/log/a.ts', "export const a = Buffer.from('');")).toEqual(['node']);
  });

  test.each([
    'src/cli/main.ts',
    'src/worker/nodeEntry.ts',
    'src/scenario/vitePlugin.ts',
    'test/a.ts',
  ])('is for %s', (path) => {
    const source = "import fs from 'node:fs'; export const a = [fs, process.argv];";
    expect(planted(path, source)).toEqual([]);
  });
});

describe('DOM', () => {
  test.each([
    'document.body',
    'window',
    'new ResizeObserver(f)',
    'globalThis.document',
    'localStorage',
  ])('%s is for the page only', (expression) => {
    const source = `const f = (): void => {}; export const a = [f, ${expression}];`;
    expect(planted('src/sim/a.ts', source)).toContain('dom');
    expect(planted('src/worker/a.ts', source)).toContain('dom');
    expect(planted('src/cli/a.ts', source)).toContain('dom');
    expect(planted('src/ui/a.ts', source)).toEqual([]);
    expect(planted('src/scene/a.ts', source)).toEqual([]);
    expect(planted('src/main.ts', source)).toEqual([]);
  });

  test('storage has its database and nothing else of the page', () => {
    expect(planted('src/storage/a.ts', 'export const a = localStorage;')).toEqual([]);
    expect(planted('src/storage/a.ts', 'export const a = document;')).toEqual(['dom']);
  });

  test('a name of one’s own is no global', () => {
    const source =
      'export const f = (document: string, { history }: { history: string }) => document + history;';
    expect(planted('src/scenario/a.ts', source)).toEqual([]);
    const words =
      "// document\nexport const a = { document: 'window' }; export const b = a.document;";
    expect(planted('src/scenario/a.ts', words)).toEqual([]);
    expect(planted('src/scenario/a.ts', 'export interface A { window: Document }')).toEqual([]);
  });
});

describe('reproducible below the worker', () => {
  const expressions = [
    'Date.now()',
    'new Date()',
    'performance.now()',
    'Math.random()',
    'Intl.NumberFormat',
    "'a'.localeCompare('b')",
    '(1).toLocaleString()',
    "'a'.toLocaleUpperCase()",
    'setTimeout(f, 1)',
    'crypto.getRandomValues(f)',
    'globalThis.Date',
    'globalThis.performance.now()',
    '2 ** 3',
    "Math['exp'](1)",
    '[1].map(Math.log)',
    'Math',
    'f(Math)',
    'Math.sin(1) as number',
    'Math.exp(1)!',
    ...[
      'exp',
      'expm1',
      'log',
      'log1p',
      'log2',
      'log10',
      'pow',
      'sin',
      'cos',
      'tan',
      'asin',
      'acos',
      'atan',
      'atan2',
      'sinh',
      'cosh',
      'tanh',
      'asinh',
      'acosh',
      'atanh',
      'hypot',
      'cbrt',
    ].map((name) => `Math.${name}(1)`),
  ];

  test.each(expressions)('%s', (expression) => {
    const source = `const f: any = 1; export const a = [f, ${expression}];`;
    for (const layer of [
      'determinism',
      'sim',
      'log',
      'scenario',
      'incident',
      'session',
      'drills',
    ]) {
      expect(planted(`src/${layer}/a.ts`, source), layer).toContain('reproducible');
    }
    expect(planted('src/worker/a.ts', source)).toEqual([]);
    expect(planted('src/ui/a.ts', source)).toEqual([]);
  });

  test('also when taken apart or assigned', () => {
    expect(planted('src/sim/a.ts', 'const { exp } = Math; export const a = exp;')).toContain(
      'reproducible',
    );
    expect(planted('src/sim/a.ts', 'export let a = 2; a **= 2;')).toEqual(['reproducible']);
    const inside = 'export class A { b = Date.now(); c(x = Math.exp(1)) { return `${x}`; } }';
    expect(planted('src/sim/a.ts', inside)).toEqual(['reproducible', 'reproducible']);
  });

  test('what every engine computes alike is fine, and so are words', () => {
    const fine = `/* Math.exp(1) ** 2 */ export const a = [Math.sqrt(2), Math.imul(1, 2), Math.PI, 'Date'];
      export type When = Date; export const b: { Date: number } = { Date: 1 };`;
    expect(planted('src/sim/a.ts', fine)).toEqual([]);
  });
});

describe('import cycles', () => {
  test('between files, also of types, also lazily', () => {
    for (const back of [
      "import { a } from './a.ts'; export const b = a;",
      "import type { A } from './a.ts'; export type B = A;",
      "export const b = () => import('./a.ts');",
    ]) {
      const files = {
        'src/sim/a.ts': "import type { B } from './b.ts'; export type A = B;",
        'src/sim/b.ts': back,
      };
      expect(broken({ ...GROUND, ...files })).toEqual(['cycle']);
    }
  });

  test('of a file with itself', () => {
    expect(planted('src/sim/a.ts', "import type { A } from './a.ts'; export type B = A;")).toEqual([
      'cycle',
    ]);
  });

  test('name the way round, and are told once', () => {
    const edge = (to: string) => [{ to, kind: 'run' as const }];
    const graph = new Map([
      ['a', edge('b')],
      ['b', edge('c')],
      ['c', edge('b')],
      ['d', edge('a')],
    ]);
    expect(importCycles(graph)).toEqual([['b', 'c', 'b']]);
  });
});

describe('names', () => {
  test.each([
    'src/sim/utils.ts',
    'src/sim/helpers/a.ts',
    'src/ui/common/a.ts',
    'src/ui/misc.ts',
    'src/ui/util.tsx',
    'test/helpers.ts',
    'test/sim/utils.test.ts',
  ])('%s says nothing', (path) => {
    expect(planted(path, 'export const a = 1;')).toEqual(['name']);
  });

  test('no barrel files', () => {
    const mixed = "export { step } from './step.ts'; export const a = 1;";
    expect(planted('src/sim/index.ts', mixed)).toEqual(['barrel']);
    // The index of a search engine is a thing of its own.
    expect(planted('src/sim/index.ts', 'export const a = 1;')).toEqual([]);
    expect(planted('src/sim/a.ts', "export * from './step.ts';")).toEqual(['barrel']);
    expect(planted('src/sim/a.ts', "export { step } from './step.ts';")).toEqual(['barrel']);
  });

  test('no default exports', () => {
    expect(planted('src/sim/a.ts', 'export default 1;')).toEqual(['default-export']);
    expect(planted('src/sim/a.ts', 'const a = 1; export { a as default };')).toEqual([
      'default-export',
    ]);
    expect(planted('vitest.config.ts', 'export default 1;')).toEqual([]);
  });
});
