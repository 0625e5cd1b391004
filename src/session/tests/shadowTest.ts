/** Two versions on the same requests, the second seen by nobody. */
import { lineIndex } from '../../sim/delivery/scope.ts';
import { evaluatePanel } from '../../sim/panel/evaluate.ts';
import type { Test } from '../commands.ts';
import type { TestResult } from '../desk.ts';
import type { Run } from '../run.ts';
import { scopeWords } from '../words.ts';
import { difference, membersIn, percent, share, tooFew } from './contrast.ts';

export function shadow(run: Run, test: Extract<Test, { test: 'shadow' }>): TestResult {
  const title = `Shadow: ${test.a} beside ${test.b}`;
  const members = membersIn(run, test.scope);
  if (members.length === 0) return tooFew(title, scopeWords(test.scope));
  const chosen = new Set(members);
  const { live, panel } = run.pair;
  const a = evaluatePanel(live, panel, (m) => chosen.has(m), { line: lineIndex(live, test.a) });
  const b = evaluatePanel(live, panel, (m) => chosen.has(m), { line: lineIndex(live, test.b) });
  const d = difference(run, members, a, b);
  const stated = 100 * (d.b.predicted / d.b.impressions / (d.a.predicted / d.a.impressions) - 1);
  return {
    title,
    summary: `On the same ${members.length} requests, ${test.b} states ${percent(stated)} saves per slot against ${test.a}; lost scores ${share(d.a.nonFinite, d.a.requests)} and ${share(d.b.nonFinite, d.b.requests)}. Scores only: nobody was served.`,
    columns: ['', test.a, test.b],
    rows: [
      [
        'stated save probability per slot',
        share(d.a.predicted, d.a.impressions),
        share(d.b.predicted, d.b.impressions),
      ],
      [
        'requests with a lost score',
        share(d.a.nonFinite, d.a.requests),
        share(d.b.nonFinite, d.b.requests),
      ],
    ],
    marked: Math.abs(d.a.nonFinite - d.b.nonFinite) > 0.01 * d.a.requests ? [1] : [],
    figure: null,
  };
}
