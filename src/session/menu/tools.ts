/** Jobs and searches among the tests: what they can be asked here. */
import { cuttableMetrics, METRICS } from '../../sim/metrics.ts';
import type { Scope } from '../../sim/segments.ts';
import { MINUTES_PER_DAY, tickLabel } from '../../sim/clock.ts';
import type { Test } from '../commands.ts';
import { now, type Run } from '../run.ts';
import type { MenuChoice } from '../view.ts';
import { scopeWords } from '../words.ts';

export interface Tool {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: Test['test'];
  readonly choices: readonly MenuChoice[];
  readonly takesScope: boolean;
}

const choice = (label: string, detail: string, test: Test): MenuChoice => ({
  label,
  detail,
  command: { kind: 'test', test },
});

/** Neighbours of a list, the later first: what is newest is compared with what was before it. */
function pairsOf(names: readonly string[]): (readonly [string, string])[] {
  return names.slice(1).map((b, k) => [names[k]!, b] as const);
}

/** Since when: the onset declared, and some lengths of time back from now. */
function moments(run: Run): number[] {
  const tick = now(run);
  const declared = run.desk.radius.sinceTick;
  const back = [180, 720, MINUTES_PER_DAY, 2 * MINUTES_PER_DAY].map((m) => tick - m);
  return [...new Set([...(declared === null ? [] : [declared]), ...back])].filter((t) => t > 0);
}

export function toolsOf(run: Run, target: Scope): Tool[] {
  const { page, world } = run.scenario;
  const { models, builds } = world;
  const whom = `on ${scopeWords(target)}`;
  const platforms = [...new Set(builds.map((b) => b.platform))];
  const versions = models.map((m) => m.version);
  const pairs = [
    ...platforms.flatMap((platform) =>
      pairsOf(builds.filter((b) => b.platform === platform).map((b) => b.build)),
    ),
    ...pairsOf(versions),
  ];
  const metrics = cuttableMetrics(page.rule.metric);
  return [
    {
      id: 'test-golden',
      label: 'Golden set through a version',
      hint: 'fixed requests with known good answers',
      kind: 'golden',
      choices: versions.map((version) =>
        choice(version, 'recall and order of good answers', { test: 'golden', version }),
      ),
      takesScope: false,
    },
    {
      id: 'test-parity',
      label: 'Serve-vs-join parity',
      hint: 'inputs as served against as joined',
      kind: 'parity',
      choices: [choice('All inputs', whom, { test: 'parity', scope: target })],
      takesScope: true,
    },
    {
      id: 'test-label-diff',
      label: 'Label-rate diff',
      hint: 'training rows of two windows, builds, versions',
      kind: 'label-diff',
      choices: [
        ...moments(run).map((sinceTick) =>
          choice(`Since ${tickLabel(sinceTick)}`, `against the same hours before, ${whom}`, {
            test: 'label-diff',
            by: 'window',
            sinceTick,
            scope: target,
          }),
        ),
        ...pairs.map(([a, b]) =>
          choice(`${a} beside ${b}`, `over the last day, ${whom}`, {
            test: 'label-diff',
            by: 'pair',
            a,
            b,
            scope: target,
          }),
        ),
      ],
      takesScope: true,
    },
    {
      id: 'test-similar',
      label: 'What moved like this?',
      hint: 'all metrics by all single cuts, by shape',
      kind: 'similar',
      choices: metrics.flatMap((metric) =>
        moments(run).map((sinceTick) =>
          choice(`${METRICS[metric].label}, since ${tickLabel(sinceTick)}`, whom, {
            test: 'similar',
            metric,
            sinceTick,
            scope: target,
          }),
        ),
      ),
      takesScope: true,
    },
    {
      id: 'test-effects',
      label: 'Which exposure explains it?',
      hint: 'effect of every running rollout and arm',
      kind: 'effects',
      choices: metrics.map((metric) =>
        choice(METRICS[metric].label, whom, { test: 'effects', metric, scope: target }),
      ),
      takesScope: true,
    },
  ];
}
