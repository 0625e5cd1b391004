import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  colourOf,
  contrast,
  GROUNDS,
  RAMP_LIMIT,
  rampGradient,
  sizeOf,
} from '../../src/scene/ramp.ts';

const themes = ['dark', 'light'] as const;

describe('colours of change', () => {
  it.each(themes)('stand out from every %s ground by 3:1 at least', (theme) => {
    for (let value = -60; value <= 60; value += 0.5) {
      for (const ground of GROUNDS[theme]) {
        expect(contrast(colourOf(theme, value), ground)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(themes)('change gradually in the %s theme', (theme) => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (value) => {
        const [a, b] = [colourOf(theme, value), colourOf(theme, value + 0.25)];
        a.forEach((part, i) => expect(Math.abs(part - (b[i] ?? 0))).toBeLessThanOrEqual(4));
      }),
    );
  });

  it('are warm for loss and cool for gain, and stop at the limit', () => {
    for (const theme of themes) {
      const [lossRed, , lossBlue] = colourOf(theme, -RAMP_LIMIT);
      const [gainRed, , gainBlue] = colourOf(theme, RAMP_LIMIT);
      expect(lossRed).toBeGreaterThan(lossBlue + 80);
      expect(gainBlue).toBeGreaterThan(gainRed + 80);
      expect(colourOf(theme, -500)).toEqual(colourOf(theme, -RAMP_LIMIT));
    }
    expect(colourOf('dark', Number.NaN)).toEqual(colourOf('dark', 0));
  });

  it('are not alone: those who lose are also drawn larger', () => {
    expect(sizeOf(-30)).toBe(1);
    expect(sizeOf(0)).toBe(0.86);
    expect(sizeOf(30)).toBe(0.86);
  });

  it('are offered to the legend', () => {
    expect(rampGradient('dark')).toMatch(
      /^linear-gradient\(90deg, rgb\(255 104 54\) 0\.0%.*100\.0%\)$/,
    );
  });
});
