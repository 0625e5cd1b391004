import { describe, expect, it } from 'vitest';
import type { Archetypes } from '../../src/scenario/archetype.ts';
import { formatDiagnostics } from '../../src/scenario/diagnostics.ts';
import { jsonSchemaText } from '../../src/scenario/jsonSchema.ts';
import { loadScenario, type LoadedScenario } from '../../src/scenario/load.ts';
import { merge } from '../../src/scenario/merge.ts';
import { parseText } from '../../src/scenario/parse.ts';
import { ARCHETYPES, templateOf } from './library.ts';

const TEMPLATE = templateOf('first');
const load = (text: string, archetypes = ARCHETYPES): LoadedScenario =>
  loadScenario(text, 'first.yaml', archetypes);

/** The archetype of the template, with something in it changed. */
function mended(from: string, to: string): Archetypes {
  return {
    names: ARCHETYPES.names,
    read: (name) => {
      const { file, text } = ARCHETYPES.read(name);
      expect(text).toContain(from);
      return { file, text: text.replace(from, to) };
    },
  };
}

describe('merging', () => {
  const merged = (below: string, above: string): unknown =>
    merge(parseText(below, 'below'), parseText(above, 'above')).data;

  it('goes key by key through mappings, and what the scenario writes counts', () => {
    expect(merged('a: { x: 1, y: 2 }\nb: 3', 'a: { y: 4, z: 5 }')).toEqual({
      a: { y: 4, z: 5, x: 1 },
      b: 3,
    });
  });

  it('joins lists whose entries have names, its own first, and replaces an entry of the same name', () => {
    expect(
      merged('l: [{ id: a, n: 1 }, { id: b, n: 2 }]', 'l: [{ id: c, n: 3 }, { id: a, n: 4 }]'),
    ).toEqual({
      l: [
        { id: 'c', n: 3 },
        { id: 'a', n: 4 },
        { id: 'b', n: 2 },
      ],
    });
    expect(merged('l: [{ version: v1 }]', 'l: [{ version: v2 }]')).toEqual({
      l: [{ version: 'v2' }, { version: 'v1' }],
    });
  });

  it('replaces any other list, and anything by another kind of thing', () => {
    expect(merged('l: [1, 2]', 'l: [3]')).toEqual({ l: [3] });
    expect(merged('l: [{ id: a }]', 'l: [{ id: a }, 7]')).toEqual({ l: [{ id: 'a' }, 7] });
    expect(merged('l: { a: 1 }', 'l: none')).toEqual({ l: 'none' });
  });

  it('lets an archetype speak of what the page reads, and nobody else', () => {
    const below = 'c: { if: metric, as: page, above: -2 % }';
    const page = 'page: { rule: { metric: hide_rate, scope: { arm: v2 }, surface: home } }';
    const read = { metric: 'hide_rate', scope: { arm: 'v2' }, surface: 'home' };
    expect(merged(below, page)).toMatchObject({ c: { if: 'metric', above: '-2 %', ...read } });
    expect(merged('a: 1', `${page}\nc: { as: page }`)).toMatchObject({ c: { as: 'page' } });
  });
});

describe('a scenario of four parts', () => {
  it('is playable, and says what the archetype says where it says nothing', () => {
    const { scenario, diagnostics } = load(TEMPLATE);
    expect(formatDiagnostics(diagnostics)).toBe('');
    expect(scenario?.changes.filter((c) => !c.guilty).length).toBeGreaterThanOrEqual(8);
    expect(scenario?.hypotheses.map((h) => h.id)).toEqual([
      'core-too-low',
      'worse-for-all',
      'saves-lost',
      'new-wishes',
      'only-chance',
    ]);
    expect(scenario?.hypotheses.reduce((sum, h) => sum + h.prior, 0)).toBeCloseTo(1, 9);
    const [bound] = scenario!.recovery.conditions;
    expect(bound).toMatchObject({ metric: 'save_rate', surface: 'home', op: 'above', percent: -2 });
    expect(bound?.scope).toEqual(scenario?.page.rule.scope);
  });

  it('is about forty lines, comments apart', () => {
    const lines = TEMPLATE.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
    expect(lines.length).toBeLessThanOrEqual(50);
  });

  it.each(['page', 'faults', 'hypotheses', 'references', 'title'])('wants its own %s', (part) => {
    const without = TEMPLATE.replace(new RegExp(`^${part}:[^]*?(?=^\\S)|^${part}:[^]*$`, 'm'), '');
    expect(without).not.toContain(`\n${part}:`);
    const { scenario, diagnostics } = load(without);
    expect(scenario).toBeNull();
    const said = diagnostics.map(({ code, found }) => `${code} ${found}`).join('\n');
    expect(said).toMatch(part === 'hypotheses' ? /SCN040 none of them is true/ : `\`${part}\``);
  });
});

describe('diagnostics of merged files', () => {
  it('point into the scenario for its own words', () => {
    const { diagnostics } = load(TEMPLATE.replace('kind: score-shift', 'kind: forgetting'));
    expect(diagnostics[0]).toMatchObject({ code: 'SCN013', file: 'first.yaml' });
    const line = TEMPLATE.split('\n').findIndex((l) => l.includes('kind: score-shift')) + 1;
    expect(diagnostics[0]?.line).toBe(line);
    expect(diagnostics[0]?.source).toContain('kind: forgetting');
  });

  it('point into the archetype for what it says, entries of joined lists too', () => {
    const archetypes = mended('owner: edge\n    text: Cert', 'owner: edge\n    texd: Cert');
    const { scenario, diagnostics } = load(TEMPLATE, archetypes);
    expect(scenario).toBeNull();
    expect(diagnostics.map(({ code }) => code).toSorted()).toEqual(['SCN010', 'SCN012']);
    for (const { file, source } of diagnostics) {
      expect(file).toBe('scenarios/archetypes/ranker-rollout.yaml');
      expect(source).toMatch(/texd|eu-certs/);
    }
  });

  it('say what an archetype has no business with', () => {
    const { scenario, diagnostics } = load(TEMPLATE, mended('version: 1\n', 'title: Mine\n'));
    expect(scenario).toBeNull();
    expect(diagnostics.map(({ code, file }) => [code, file])).toContainEqual([
      'SCN071',
      'scenarios/archetypes/ranker-rollout.yaml',
    ]);
  });

  it('know archetypes by name, and nothing else in the folder', () => {
    const { scenario, diagnostics } = load(
      TEMPLATE.replace('extends: ranker-rollout', 'extends: ranker-rolout'),
    );
    expect(scenario).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'SCN070', suggestion: 'ranker-rollout' }]);
    for (const name of ['../template', 'toString', '__proto__'])
      expect(
        load(TEMPLATE.replace('extends: ranker-rollout', `extends: ${name}`)).scenario,
      ).toBeNull();
  });

  it('tell a broken archetype from a broken scenario', () => {
    const { diagnostics } = load(TEMPLATE, mended('version: 1\n', 'version: [1\n'));
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { file } of diagnostics)
      expect(file).toBe('scenarios/archetypes/ranker-rollout.yaml');
  });
});

describe('the exported schema', () => {
  interface Shape {
    required?: string[];
    properties: Record<string, { required?: string[] }>;
  }
  const schema = JSON.parse(jsonSchemaText()) as Shape & {
    then: { required: string[] };
    else: Shape;
  };

  it('asks of an extending file what the loader asks', () => {
    expect(schema.required).toBeUndefined();
    expect(schema.then.required).toEqual([
      'format',
      'id',
      'title',
      'page',
      'faults',
      'hypotheses',
      'references',
    ]);
    expect(schema.properties['world']?.required).toBeUndefined();
    expect(schema.properties['page']?.required).toContain('rule');
  });

  it('asks of a file that stands alone for everything', () => {
    expect(schema.else.required).toEqual(expect.arrayContaining(['world', 'chart', 'cast']));
    expect(schema.else.properties['world']?.required).toContain('builds');
  });
});
