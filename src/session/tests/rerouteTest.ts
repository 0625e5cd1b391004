/** One per cent of a scope served by another version. */
import { normal, streamKey } from '../../determinism/random.ts';
import { lineIndex } from '../../sim/delivery/scope.ts';
import { evaluatePanel } from '../../sim/panel/evaluate.ts';
import { isInside, membership } from '../../sim/telemetry/observer.ts';
import { metricError } from '../../sim/telemetry/errors.ts';
import type { Test } from '../commands.ts';
import type { TestResult } from '../desk.ts';
import { now, type Run } from '../run.ts';
import { scopeWords } from '../words.ts';
import { difference, percent, tooFew } from './contrast.ts';

export function reroute(run: Run, test: Extract<Test, { test: 'reroute' }>): TestResult {
  const title = `Re-route 1 % to ${test.to}`;
  const inside = membership(run.observer, test.scope, now(run));
  const { live, panel } = run.pair;
  const members: number[] = [];
  let sessions = 0;
  for (let m = 0; m < panel.person.length; m++) {
    if (!isInside(inside, m)) continue;
    members.push(m);
    sessions += panel.share[m]!;
  }
  if (members.length === 0) return tooFew(title, scopeWords(test.scope));
  const chosen = new Set(members);
  const as = evaluatePanel(live, panel, (m) => chosen.has(m));
  const other = evaluatePanel(live, panel, (m) => chosen.has(m), {
    line: lineIndex(live, test.to),
  });
  const d = difference(run, members, as, other);
  // Real behaviour of one per cent for half an hour: the interval is that of so small a share.
  const error = metricError('save_rate', 0.01 * sessions, 0.5);
  const seen = d.percent + error * normal(streamKey(run.seed, 'reroute'), now(run), members.length);
  return {
    title,
    summary: `One per cent of ${scopeWords(test.scope)} on ${test.to} for half an hour: save rate ${percent(seen)} ± ${error.toFixed(1)} against the rest of them.`,
    columns: ['', 'change', 'interval (95 %)'],
    rows: [
      [
        'save rate',
        percent(seen),
        `${percent(seen - 1.96 * error)} … ${percent(seen + 1.96 * error)}`,
      ],
    ],
    marked: Math.abs(seen) > 1.96 * error ? [0] : [],
    figure: { value: seen, error },
  };
}
