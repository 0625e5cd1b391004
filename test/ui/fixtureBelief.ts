/** What could be known, as the analysis would give it. */
import type { BeliefView } from '../../src/scoring/beliefView.ts';

export const BELIEF: BeliefView = {
  hypotheses: [
    { id: 'twice', label: '9.10 counts impressions twice', truth: true, unmoved: false },
    { id: 'ranker', label: 'The new ranker is worse', truth: false, unmoved: false },
    { id: 'list', label: 'The new list hides tiles', truth: false, unmoved: true },
  ],
  moments: [
    { atLabel: 'Tue 14:05', label: 'Before any reading', belief: [0.4, 0.4, 0.2], stated: null },
    { atLabel: 'Tue 14:09', label: 'Save rate by build', belief: [0.7, 0.1, 0.2], stated: null },
    {
      atLabel: 'Tue 14:21',
      label: 'Server writes beside logs',
      belief: [0.79, 0.01, 0.2],
      stated: { percent: 70, truth: true },
    },
  ],
  sentence:
    'What you had read by your first change spoke for the cause with 79 %: a lead, not yet knowledge.',
};
