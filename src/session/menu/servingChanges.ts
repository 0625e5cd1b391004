/** Indexes, caches and machines. */
import { GENERATORS, type GeneratorId } from '../../sim/generators.ts';
import { type InterventionSpec } from '../../sim/interventions.ts';
import { poolsOf } from '../checkAct.ts';
import type { Run } from '../run.ts';
import { SOURCE_WORDS } from '../sourceWords.ts';
import type { MenuItem } from '../view.ts';
import { plain } from './acts.ts';
import { change, choices, type Choice } from './choices.ts';

/** Sources that look people or ideas up in an index; the others draw from lists. */
const INDEXED: readonly GeneratorId[] = ['interest', 'similar', 'query'];

export function indexChanges(run: Run): MenuItem[] {
  const item = change(run);
  const of = (
    list: readonly GeneratorId[],
    detail: string,
    spec: (source: GeneratorId) => InterventionSpec,
  ): Choice[] => choices(list, (s) => SOURCE_WORDS[s], detail, spec);
  return [
    item(
      'index-alias',
      'Index back to its last full one',
      'whole again, a day older',
      of(GENERATORS, 'last night’s uploads are missing', (source) => ({
        kind: 'index-alias',
        source,
      })),
    ),
    item(
      'revert-tower',
      'Query tower back a version',
      'agrees with the older index',
      of(INDEXED, 'what is embedded anew is lost to it', (source) => ({
        kind: 'revert-tower',
        source,
      })),
    ),
    item(
      'rebuild-index',
      'Rebuild an index',
      'whole, in one version, hours from now',
      of(GENERATORS, 'takes load from serving', (source) => ({ kind: 'rebuild-index', source })),
    ),
  ];
}

export function machineChanges(run: Run): MenuItem[] {
  const item = change(run);
  const pools = poolsOf(run);
  return [
    item('purge-cache', 'Purge kept slates', 'all are ranked anew', [
      {
        label: 'At once',
        detail: 'every request ranks, all together',
        spec: { kind: 'purge-cache', gradual: false },
      },
      {
        label: 'Little by little',
        detail: 'a tenth every five minutes',
        spec: { kind: 'purge-cache', gradual: true },
      },
    ]),
    item(
      'scale-up',
      'Scale a pool up',
      'more machines, warm in minutes',
      pools.flatMap((pool) =>
        [1.5, 2, 3].map((factor) => ({
          label: `${pool} × ${factor}`,
          detail: 'costs money while it stands',
          spec: { kind: 'scale-up', pool, factor } as const,
        })),
      ),
    ),
    item(
      'drain-pool',
      'Drain a pool',
      'its people go to the others',
      // The only pool cannot be drained: there would be nobody to serve.
      (pools.length > 1 ? pools : []).map((pool) => ({
        label: pool,
        detail: 'the others take its load',
        spec: { kind: 'drain-pool', pool },
      })),
    ),
    item(
      'shed-load',
      'Shed load',
      'some get what is popular, unranked',
      [0.1, 0.3, 0.5].map((share) => ({
        label: `${Math.round(100 * share)} %`,
        detail: 'of the requests',
        spec: { kind: 'shed-load', share },
      })),
    ),
    item('retry-budget', 'Budget the retries', 'of the apps', plain({ kind: 'retry-budget' })),
    item(
      'overflow-to-light',
      'Overflow to the light ranker',
      'worse order, quick answer',
      plain({ kind: 'overflow-to-light' }),
    ),
    item(
      'replicate-keys',
      'Replicate hot keys',
      'and read them together',
      plain({ kind: 'replicate-keys' }),
    ),
    item(
      'image-provider',
      'Switch the image provider',
      'its edges are cold at first',
      plain({ kind: 'image-provider' }),
    ),
  ];
}
