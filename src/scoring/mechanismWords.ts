/** How the debrief calls a mechanism once it may be named: as a thing that can be found, stopped and come back. */
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
  nothing: 'an ordinary day',
  other: 'something rarer',
};

export function thingOf(mechanism: string | undefined): string {
  return THINGS[(mechanism ?? 'other') as MechanismWord] ?? THINGS.other;
}
