/** What could be known, as the analysis would give it. */
import type { BeliefView } from '../../src/scoring/beliefView.ts';
import type { DecisionView } from '../../src/scoring/decisionView.ts';
import type { PreventionView } from '../../src/scoring/preventionView.ts';

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
  confirmation: '',
};

export const DECISION: DecisionView = {
  marks: [
    {
      move: 4,
      atLabel: 'Tue 14:21',
      label: 'Leave rows out: app 9.10',
      isChange: true,
      mark: 'good',
      because:
        '“Leave the rows out, and tell” was expected to cost people 120 thousand fewer saves, 6 % of what was at stake.',
    },
  ],
  process: {
    id: 'process',
    label: 'Process',
    band: 'strong',
    because: 'By what your moves gave away of what was at stake.',
  },
  enough:
    'From Tue 14:12 on no look was worth more than its minutes; your first change came 9 min later.',
  lines: [
    { label: 'what you did', yours: true, best: false, expected: 0.42 },
    { label: 'nothing', yours: false, best: false, expected: 1.9 },
    { label: 'Leave the rows out', yours: false, best: true, expected: 0.3 },
  ],
  rows: [
    { label: '9.10 counts impressions twice', truth: true, belief: 0.79, harms: [0.4, 2.1, 0.25] },
    { label: 'The new ranker is worse', truth: false, belief: 0.01, harms: [1.4, 1.2, 1.1] },
  ],
};

export const PREVENTIONS: readonly PreventionView[] = [
  {
    label: 'A floor per slice, read by length of history',
    chosen: true,
    came: 'It rings 21 hours before this page did, and what it then does by itself spares 310 thousand of 540 thousand saves lost.',
    idle: 'Rang twice over 58 days in which nothing was wrong.',
  },
  {
    label: 'No ranker launches in spring',
    chosen: false,
    came: 'The author thinks it would not have helped here.',
    idle: null,
  },
];
