/** Changes: remedies in production. */
import { GENERATORS } from '../../sim/generators.ts';
import { EVERYONE, type Scope } from '../../sim/segments.ts';
import { now, type Run } from '../run.ts';
import type { MenuItem } from '../view.ts';
import { scopeWords } from '../words.ts';
import { act, plain } from './acts.ts';
import { versionChanges } from './versionChanges.ts';

export function changes(run: Run, target: Scope): MenuItem[] {
  const { builds } = run.scenario.world;
  const tick = now(run);
  const whom = scopeWords(target);
  const since = run.desk.radius.sinceTick ?? tick - 1440;
  return [
    ...versionChanges(run, target),
    act(
      run,
      'change-guard',
      'Guard against lost scores',
      'serving code; needs a deploy',
      'nonfinite-guard',
      plain({ kind: 'nonfinite-guard' }),
      false,
    ),
    act(
      run,
      'change-kill',
      'Switch off a source',
      'the others fill its place',
      'kill-generator',
      GENERATORS.map((g) => ({
        label: g,
        detail: 'candidates of this source stop',
        spec: { kind: 'kill-generator', generator: g },
      })),
      false,
    ),
    act(
      run,
      'change-dedupe',
      'Drop repeated events',
      'server-side; the metric moves again',
      'dedupe-events',
      builds.map((b) => ({
        label: b.build,
        detail: 'impressions counted once per id',
        spec: { kind: 'dedupe-events', event: 'impression', build: b.build },
      })),
      false,
    ),
    act(
      run,
      'change-quarantine',
      'Set training rows aside',
      `rows of ${whom}`,
      'quarantine-rows',
      [
        {
          label: `Rows of ${whom}, since onset`,
          detail: 'from the onset you declared, else the last day',
          spec: { kind: 'quarantine-rows', scope: target, sinceTick: since },
        },
        {
          label: 'All rows of the last day',
          detail: 'everybody',
          spec: { kind: 'quarantine-rows', scope: EVERYONE, sinceTick: tick - 1440 },
        },
      ],
      true,
    ),
    act(
      run,
      'change-retrain',
      'Retrain',
      'into service when done',
      'retrain',
      [
        {
          label: 'On the window as it is',
          detail: 'learns whatever it holds',
          spec: { kind: 'retrain', recipe: 'plain' },
        },
        {
          label: 'Debiased',
          detail: 'rows weighted by inverse exposure',
          spec: { kind: 'retrain', recipe: 'debiased' },
        },
        {
          label: 'On the random slice',
          detail: 'little data, no echo',
          spec: { kind: 'retrain', recipe: 'random-slice' },
        },
      ],
      false,
    ),
    act(
      run,
      'change-cap',
      'Cap exposure',
      'per idea and day',
      'exposure-cap',
      [60, 150, 300].map((perDay) => ({
        label: `${perDay} a day`,
        detail: 'impressions per idea, thinned',
        spec: { kind: 'exposure-cap', perDay },
      })),
      false,
    ),
    act(
      run,
      'change-exploration',
      'Set exploration',
      'share of slots for fresh ideas',
      'exploration',
      [0, 0.04, 0.08, 0.12].map((share) => ({
        label: `${Math.round(100 * share)} %`,
        detail: share === 0.04 ? 'as usual' : '',
        spec: { kind: 'exploration', share },
      })),
      false,
    ),
    act(
      run,
      'change-diversity',
      'Set diversity',
      'spacing of topics and looks',
      'diversity',
      [0.5, 1, 1.5, 2].map((factor) => ({
        label: `× ${factor}`,
        detail: factor === 1 ? 'as usual' : '',
        spec: { kind: 'diversity', factor },
      })),
      false,
    ),
    act(
      run,
      'change-counts',
      'Divide counts by exposure',
      'popularity feature and source',
      'normalise-popularity',
      plain({ kind: 'normalise-popularity' }),
      false,
    ),
    act(
      run,
      'change-client',
      'Fix it in the app',
      'a client release takes days',
      'fix-client',
      builds.map((b) => ({
        label: b.build,
        detail: 'hotfix through the stores',
        spec: { kind: 'fix-client', build: b.build },
      })),
      false,
    ),
  ];
}
