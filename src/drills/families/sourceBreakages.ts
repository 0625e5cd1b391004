/** What may go wrong with a source of candidates. */
import type { Surface } from '../../sim/segments.ts';
import type { Act, Case, Change, Fault, Hypothesis } from '../case.ts';
import type { Plan } from '../plan.ts';

export interface Breakage {
  readonly fault: Fault;
  /** The surface it is seen on, and one that hardly draws on the source. */
  readonly surface: Surface;
  readonly fall: number;
  readonly change: Omit<Change, 'guilty' | 'at' | 'id'>;
  readonly truth: Pick<Hypothesis, 'label' | 'mechanisms' | 'components' | 'tell'>;
  readonly mend: Act;
  readonly mends: string;
  readonly repair: Case['repairs'][number];
  readonly cause: string;
  readonly story: string;
}

export const SURFACE_WORDS: Readonly<Record<Surface, string>> = {
  home: 'Home',
  related: 'Related',
  search: 'Search',
  notifications: 'Notifications',
};

export function breakages(plan: Plan): Breakage[] {
  const onset = `page - ${plan.since}h`;
  const dice = plan.dice('breakage');
  const shards = dice.between(9, 12);
  const agreement = dice.between(6, 14);
  const holes = (source: 'similar', surface: Surface, fall: number): Breakage => ({
    fault: { id: 'holes', kind: 'lost-shards', source, shards, onset },
    surface,
    fall,
    change: {
      kind: 'index',
      owner: 'retrieval',
      text: dice.pick([
        `Index of “${source}”: build published, alias moved. Machines healthy.`,
        `“${source}” index: new build in service; it was a little faster than usual.`,
      ]),
    },
    truth: {
      label: `The index of the source “${source}” lacks a part of the catalogue`,
      mechanisms: ['supply-narrowed'],
      components: ['index', 'candidates'],
      tell: `Only “${source}” offers fewer candidates, its probes find about half, and ${SURFACE_WORDS[surface]}, which draws on it most, fell in one minute.`,
    },
    mend: { kind: 'index-alias', source },
    mends: `The alias of “${source}” back to its last whole snapshot`,
    repair: { label: 'The source must have a whole index', any: ['index-alias', 'rebuild-index'] },
    cause: `A build of the “${source}” index was published with ${shards} of 16 shards missing`,
    story: `A build of the “${source}” index lost ${shards} of its sixteen shards and was published all the same: what was checked was that it answered, not how much it knew. The gap was filled with what is popular, so no slate was shorter.`,
  });
  return [
    holes('similar', 'related', 10),
    {
      fault: {
        id: 'skew',
        kind: 'embedding-skew',
        source: 'interest',
        agreement: `${agreement} %`,
        onset,
      },
      surface: 'home',
      fall: 11,
      change: {
        kind: 'data',
        owner: 'embeddings',
        text: dice.pick([
          'Query tower: new weights in service. Ideas follow as they are re-embedded.',
          'Embedding service: the person side is on the new version; ideas are under way.',
        ]),
      },
      truth: {
        label: 'Requests ask in a newer embedding than most ideas are indexed in',
        mechanisms: ['versions-disagree'],
        components: ['index', 'candidates'],
        tell: 'The one source that follows the embedding finds little on its probes, the others are whole; people with few interests of record lose most.',
      },
      mend: { kind: 'revert-tower', source: 'interest' },
      mends: 'The source asks in the older embedding again',
      repair: {
        label: 'Both sides must speak one version',
        any: ['revert-tower', 'rebuild-index'],
      },
      cause: 'The asking side of the embedding was changed before the ideas were',
      story:
        'The asking side of the embedding went to its new version in the morning; of the ideas one in ten had been put into it by then. Between two versions a distance means nothing, and the source that lives by distances began to guess.',
    },
  ];
}
