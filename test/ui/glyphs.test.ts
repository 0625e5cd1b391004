/** Every character the page can show has a glyph in each family it may be set in: a missing one comes from who knows where. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SCENARIO_IDS, textOf } from '../scenario/library.ts';
import { glyphsOf } from './woff2Glyphs.ts';

/** Below the page stand the layers whose words it shows; a terminal brings its own font. */
const TEXTS = 'src';
const NOT_SHOWN = /^src\/(cli|determinism|sim\/kernel)\//;

/** The faces of the page, by family: what their files hold of their range. */
function families(): Map<string, Set<number>> {
  const css = readFileSync('assets/fonts.css', 'utf8');
  const found = new Map<string, Set<number>>();
  for (const [, face = ''] of css.matchAll(/@font-face \{([^}]*)\}/g)) {
    const family = /font-family: '([^']+)'/.exec(face)?.[1] ?? '';
    const file = /url\('([^']+)'\)/.exec(face)?.[1] ?? '';
    const range = /unicode-range: U\+([0-9A-F]+)-([0-9A-F]+)/.exec(face);
    const from = range === null ? 0 : Number.parseInt(range[1]!, 16);
    const to = range === null ? Infinity : Number.parseInt(range[2]!, 16);
    const glyphs = found.get(family) ?? new Set<number>();
    for (const code of glyphsOf(join('node_modules', file)))
      if (code >= from && code <= to) glyphs.add(code);
    found.set(family, glyphs);
  }
  return found;
}

/** All strings of a value, and of a program those that are written in it: literals, templates, text between tags. */
function strings(value: unknown, out: string[]): string[] {
  if (typeof value === 'string') out.push(value);
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) strings(inner, out);
  return out;
}

function written(file: string): string[] {
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file} does not parse`);
  return strings(program, []);
}

const uncommented = (css: string): string => css.replaceAll(/\/\*[^]*?\*\//g, '');

const FILES = readdirSync(TEXTS, { recursive: true, encoding: 'utf8' })
  .map((file) => join(TEXTS, file))
  .filter((file) => !NOT_SHOWN.test(file));
const SOURCES = FILES.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const STYLES = FILES.filter((file) => file.endsWith('.css'));

test('text of sources and incidents is made of characters the bundled fonts have', () => {
  const faces = families();
  expect([...faces.keys()]).toHaveLength(3);
  for (const glyphs of faces.values()) expect(glyphs.size).toBeGreaterThan(180);
  const places = [
    ...SOURCES.map((file) => [file, written(file)] as const),
    ...SCENARIO_IDS.map((id) => [id, strings(parse(textOf(id)), [])] as const),
    ...STYLES.map((file) => [file, [uncommented(readFileSync(file, 'utf8'))]] as const),
    ['index.html', [readFileSync('index.html', 'utf8')]] as const,
  ];
  expect(places.length).toBeGreaterThan(300);
  const lacking = new Set<string>();
  for (const [place, texts] of places)
    for (const character of new Set(texts.join('')))
      for (const [family, glyphs] of faces)
        if (character >= ' ' && !glyphs.has(character.codePointAt(0)!))
          lacking.add(`${character} of ${place} in ${family}`);
  expect([...lacking]).toEqual([]);
});
