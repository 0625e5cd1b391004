import { expect, test } from 'vitest';
import { FIRST_CONFIDENCE } from '../../src/session/boardWords.ts';
import { historyPath } from '../../src/ui/drawers/hypothesis.tsx';

test('a confidence is in per cent, as the grammar and the scores read it', () => {
  expect(FIRST_CONFIDENCE).toBeGreaterThan(1);
  // The whole height of the plot between none and all.
  const path = historyPath(
    [
      { tick: 0, confidence: 0 },
      { tick: 10, confidence: 100 },
    ],
    20,
  );
  expect(path).toBe('M0 22.0H48.0V2.0H96');
});
