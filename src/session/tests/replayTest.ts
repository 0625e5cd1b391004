/** Requests replayed with one stage of serving swapped. */
import { lineIndex } from '../../sim/delivery/scope.ts';
import { evaluatePanel } from '../../sim/panel/evaluate.ts';
import { GENERATORS } from '../../sim/generators.ts';
import { HOME } from '../../sim/presets.ts';
import { QUOTAS, withoutSources } from '../../sim/serving/sources/quotas.ts';
import type { Swap } from '../../sim/serving/serve.ts';
import type { TestResult } from '../desk.ts';
import type { Run } from '../run.ts';
import { swapWords, type Replay } from '../swapWords.ts';
import { scopeWords } from '../words.ts';
import { difference, membersIn, percent, share, tooFew } from './contrast.ts';

/** The part of the pipeline a replay exchanges. */
function swapOf(run: Run, test: Replay): Swap {
  switch (test.swap) {
    case 'model':
      return { line: lineIndex(run.pair.live, test.to) };
    case 'history':
      return { historyCap: Number(test.to) };
    case 'generator': {
      const source = GENERATORS.find((id) => id === test.to);
      return { quotas: withoutSources(QUOTAS[HOME]!, source === undefined ? [] : [source]) };
    }
    case 'popularity':
      return { quotas: QUOTAS[HOME]! };
  }
}

export function replay(run: Run, test: Replay): TestResult {
  const title = `Replay with ${swapWords(test)}`;
  const members = membersIn(run, test.scope);
  if (members.length === 0) return tooFew(title, scopeWords(test.scope));
  const chosen = new Set(members);
  const { live } = run.pair;
  const as = evaluatePanel(live, run.pair.panel, (m) => chosen.has(m));
  const swapped = evaluatePanel(live, run.pair.panel, (m) => chosen.has(m), swapOf(run, test));
  const d = difference(run, members, as, swapped);
  const clear = Math.abs(d.percent) > 2 * d.error;
  return {
    title,
    summary: `${members.length} recent requests of ${scopeWords(test.scope)}, served again with ${swapWords(test)}: expected saves ${percent(d.percent)} ± ${d.error.toFixed(1)}. ${clear ? 'The stage you swapped makes the difference.' : 'Swapping it changes nothing that can be told from noise.'}`,
    columns: ['', 'as served', 'swapped', 'change'],
    rows: [
      [
        'expected saves per 100 requests',
        (100 * (d.a.saves / d.a.requests)).toFixed(1),
        (100 * (d.b.saves / d.b.requests)).toFixed(1),
        `${percent(d.percent)} ± ${d.error.toFixed(1)}`,
      ],
      [
        'requests with a lost score',
        share(d.a.nonFinite, d.a.requests),
        share(d.b.nonFinite, d.b.requests),
        '',
      ],
    ],
    marked: clear ? [0] : [],
    figure: { value: d.percent, error: d.error },
  };
}
