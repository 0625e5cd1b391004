/** Files made from the code are up to date. `UPDATE_GENERATED=1 npx vitest run test/scenario/generated` rewrites them; format afterwards. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/scenario/codes.ts';
import { linkOf } from '../../src/scenario/diagnostics.ts';
import { GENERATED_PARTS, withGeneratedParts } from '../../src/scenario/guide.ts';
import { jsonSchemaText } from '../../src/scenario/jsonSchema.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const update = process.env['UPDATE_GENERATED'] === '1';

/** The formatter may lay a file out as it likes: widths of tables and breaks of lines say nothing. */
const bare = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/-{3,}/g, '---').replaceAll('_', '*');

function upToDate(path: string, wanted: string, plain: (text: string) => unknown): void {
  if (update) writeFileSync(at(path), wanted);
  expect(plain(readFileSync(at(path), 'utf8')), `${path} is stale`).toEqual(plain(wanted));
}

describe('files made from the code', () => {
  it('scenario.schema.json is what the schema says', () => {
    upToDate(
      'scenarios/scenario.schema.json',
      jsonSchemaText(),
      (text) => JSON.parse(text) as unknown,
    );
  });

  it('the tables of the author’s guide are what the code says', () => {
    const path = 'scenarios/README.md';
    upToDate(path, withGeneratedParts(readFileSync(at(path), 'utf8')), bare);
  });

  it('the guide holds every generated part', () => {
    const guide = readFileSync(at('scenarios/README.md'), 'utf8');
    for (const name of Object.keys(GENERATED_PARTS))
      expect(guide).toContain(`<!-- generated: ${name} -->`);
  });

  it('every code links to a heading of the guide', () => {
    const headings = [
      ...readFileSync(at('scenarios/README.md'), 'utf8').matchAll(/^#+ (.+)$/gm),
    ].map(([, text]) => (text ?? '').toLowerCase().replaceAll(' ', '-'));
    for (const code of Object.keys(CODES) as (keyof typeof CODES)[]) {
      expect(headings).toContain(linkOf(code).split('#')[1]);
    }
  });
});

describe('the exported schema', () => {
  const schema = JSON.parse(jsonSchemaText()) as {
    $schema: string;
    properties: Record<string, { properties?: Record<string, unknown> }>;
    definitions?: Record<string, unknown>;
  };

  it('is draft-07 and knows metrics, scopes and conditions', () => {
    expect(schema.$schema).toContain('draft-07');
    const text = jsonSchemaText();
    expect(text).toContain('"save_rate"');
    expect(text).toContain('"everyone"');
    expect(text).toContain('"rollback-model"');
    expect(Object.keys(schema.definitions ?? {})).toContain('condition');
  });
});
