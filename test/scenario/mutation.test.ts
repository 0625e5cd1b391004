import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOfDay } from '../partOfDay.ts';
import { SCENARIO_IDS, textOf } from './library.ts';
import { alteredOf, load, tornOf } from './torn.ts';

const texts = SCENARIO_IDS.map(textOf);

describe('any text', () => {
  it('draws messages, and never an exception, when a good file is torn up', () => {
    fc.assert(
      fc.property(tornOf(texts), (text) => void load(text)),
      { numRuns: countOfDay(120) },
    );
  });

  it('nor when any one value becomes something else', () => {
    fc.assert(
      fc.property(alteredOf(texts), (text) => void load(text)),
      { numRuns: countOfDay(120) },
    );
  });

  it('nor when it is no scenario at all', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void load(text)));
    fc.assert(fc.property(fc.json(), (text) => void load(text)));
  });

  it('leaves the prototype of objects alone', () => {
    load('__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n');
    load('world:\n  __proto__: { polluted: yes }\nfaults: [{ constructor: { polluted: yes } }]\n');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('says nothing about a good file whatever it is called', () => {
    for (const text of texts) expect(load(text).diagnostics).toEqual([]);
  });
});

/** Ten aliases of ten aliases, nine times over. */
function bomb(): string {
  const layers: readonly string[] = 'bcdefghij'.split('');
  const lines = layers.map((name, i): string => {
    const below = i === 0 ? 'a' : layers[i - 1]!;
    return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${below}`).join(', ')}]`;
  });
  return ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...lines].join('\n');
}

describe('texts made to do harm', () => {
  const texts: readonly (readonly [string, () => string, string])[] = [
    ['of fifty megabytes', () => 'a: b\n'.repeat(10_000_000), 'SCN002'],
    ['of one line of fifty megabytes', () => `a: ${'x'.repeat(50_000_000)}`, 'SCN002'],
    ['whose aliases would expand to a billion', bomb, 'SCN004'],
    ['whose alias holds itself', () => 'a: &a [*a, *a]\n', 'SCN004'],
    ['with keys of prototypes', () => 'a: { __proto__: { b: 1 } }\n', 'SCN005'],
  ];

  it.each(texts)('%s are refused with a message', (_, text, code) => {
    const { scenario, diagnostics } = load(text());
    expect(scenario).toBeNull();
    expect(diagnostics.map((d) => d.code)).toContain(code);
  });
});
