/** What every judgement owes its reader, beside being the right one. */
import { expect } from 'vitest';
import type { Findings } from '../../src/scoring/findings.ts';
import { PRINCIPLES } from '../../src/scoring/principles/judge.ts';
import { findings, type Case } from './caseBuilder.ts';

export function expectVerdict(
  id: string,
  verdict: 'kept' | 'broken' | 'not exercised',
  run: Case,
  over: Partial<Findings> = {},
): void {
  const result = PRINCIPLES[id]?.judge(run, findings(over));
  if (result === undefined) throw new Error(`No principle ${id}`);
  const found = result === 'not exercised' ? result : result.verdict;
  expect(found, result === 'not exercised' ? '' : result.because).toBe(verdict);
  if (result === 'not exercised') return;
  expect(result.because).not.toBe('');
  // Blameless: a broken principle explains the move before it says what would have shown otherwise.
  if (verdict === 'broken') expect(result.fair.split('. ').length).toBeGreaterThan(1);
  else {
    expect(result.fair).toBe('');
    expect(result.lines.length).toBeGreaterThan(0);
  }
  for (const line of result.lines)
    expect(line).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d:\d\d ./);
}
