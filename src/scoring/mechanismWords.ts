/** How the debrief calls a mechanism once it may be named: as a thing that can be found, stopped and come back. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { MechanismWord } from '../scenario/words.ts';

export const THINGS: Readonly<Record<MechanismWord, string>> = {
  'history-shortened': 'the ranker that forgets',
  'scores-not-finite': 'the scores that were no numbers',
  'scores-biased': 'the unfair scores',
  'events-duplicated': 'the broken meter',
  'events-lost': 'the leaking log',
  'events-late': 'the log that ran late',
  'labels-wrong': 'the wrong lessons',
  'counts-unnormalised': 'the loop',
  'supply-narrowed': 'the missing candidates',
  'variety-lost': 'the lost variety',
  'features-stale': 'the stale inputs',
  'versions-disagree': 'the mismatched versions',
  'assignment-skewed': 'the uneven split',
  'latency-raised': 'the slow answers',
  'render-broken': 'the tiles that did not draw',
  'demand-moved': 'the turn in demand',
  'spam-risen': 'the fake activity',
  'weights-wrong': 'the wrong weights',
  'scale-lost': 'the lost scale',
  'slates-kept': 'the stale slates',
  'clean-rejected': 'the overzealous filter',
  'unsafe-passed': 'the filter that failed open',
  'exploration-stopped': 'the end of exploring',
  'data-erased': 'the erased histories',
  'training-stalled': 'the training that stood still',
  'training-hasty': 'the hasty training',
  'load-exceeded': 'the overload',
  'sessions-crash': 'the silent crashes',
  'arms-mixed': 'the mixed arms',
  'comparison-off': 'the crooked comparison',
  nothing: 'an ordinary day',
  other: 'something rarer',
};

/** Faults of several kinds are several things; the same kind twice, or one named in two ways, is one. */
export function thingOf(
  { faults }: Pick<CompiledScenario, 'faults'>,
  truth: Pick<CompiledScenario['hypotheses'][number], 'mechanisms'> | null,
): string {
  const [first, second] = truth?.mechanisms ?? [];
  const words = (mechanism: string | undefined): string =>
    THINGS[(mechanism ?? 'other') as MechanismWord] ?? THINGS.other;
  const several = new Set(faults.map((f) => f.kind)).size > 1 && second !== undefined;
  return several ? `${words(first)} and ${words(second)}` : words(first);
}
