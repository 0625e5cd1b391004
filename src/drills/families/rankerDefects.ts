/** What a new ranker may have wrong with it. */
import type { ConjunctionDocument } from '../../scenario/schemaScope.ts';
import type { Fault, Hypothesis } from '../case.ts';
import type { Plan } from '../plan.ts';

export interface Defect {
  readonly fault: Fault;
  readonly truth: Pick<Hypothesis, 'label' | 'mechanisms' | 'components'>;
  readonly fall: number;
  readonly what: string;
  readonly cause: string;
}

/** What a new ranker may do wrong to `scope`, which names its version; `strong`: where it has to outweigh a gain. */
export function defects(plan: Plan, scope: ConjunctionDocument, strong: boolean): Defect[] {
  const { next } = plan.ranker;
  const onset = `page - ${plan.since + 8}h`;
  const fault = (of: Pick<Fault, 'kind'> & Readonly<Record<string, unknown>>): Fault => ({
    id: 'defect',
    scope,
    onset,
    ...of,
  });
  return [
    {
      fault: fault({
        kind: 'feature',
        feature: 'embedding',
        becomes: 'noise',
        value: strong ? 4 : 2.2,
        share: '100 %',
      }),
      truth: {
        label: `${next} reads an embedding that is not the one it learnt`,
        mechanisms: ['versions-disagree'],
        components: ['ranker', 'feature-store'],
      },
      fall: 10,
      what: 'was given the embedding of another training and read it as its own',
      cause: `${next} was shipped with the embedding of another training`,
    },
    {
      fault: fault({
        kind: 'feature',
        feature: 'save-rate',
        becomes: 'noise',
        value: strong ? 2 : 1.2,
        share: '100 %',
      }),
      truth: {
        label: `${next} reads how often an idea is saved from the wrong column`,
        mechanisms: ['features-stale'],
        components: ['ranker', 'feature-store'],
      },
      fall: 14,
      what: 'took how often an idea is saved from a column next to it',
      cause: `${next} reads a column of the store by its place, and the places had changed`,
    },
    {
      fault: fault({
        kind: 'topic-shift',
        topics: plan.dice('topics').some(['lamps', 'sneakers', 'nails', 'posters', 'tattoos'], 4),
        logit: 3,
      }),
      truth: {
        label: `${next} scores a few topics far too high`,
        mechanisms: ['scores-biased'],
        components: ['ranker'],
      },
      fall: 10,
      what: 'had learnt from the fortnight of a fair, and took its four topics for what everybody wants',
      cause: `${next} was trained on the fortnight of a fair and scores its topics too high`,
    },
    {
      fault: fault({ kind: 'utility-weight', head: 'save', factor: strong ? 0.01 : 0.08 }),
      truth: {
        label: `${next} is blended with a weight of saves that is far too small`,
        mechanisms: ['weights-wrong'],
        components: ['ranker', 'blending'],
      },
      fall: 12,
      what: 'came with a table of weights in other units, in which a save counts next to nothing',
      cause: `The table of weights of ${next} was written in other units`,
    },
    {
      fault: fault({ kind: 'tier-shift', tier: 'established', logit: strong ? -3 : -1.6 }),
      truth: {
        label: `${next} scores ideas of established creators too low`,
        mechanisms: ['scores-biased'],
        components: ['ranker'],
      },
      fall: 12,
      what: 'had been made fairer to small creators by half a step too many, and buried the established ones',
      cause: `A correction for small creators was applied twice in ${next}`,
    },
  ];
}
