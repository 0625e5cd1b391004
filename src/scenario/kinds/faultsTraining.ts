/** Faults of labels, rows and the training job. */
import type { FaultTable } from './faultTable.ts';
import { minutes, named, optional, positive, share, written } from './field.ts';

const version = named('model', 'Ranker version it lives in.');

export const TRAINING_FAULTS = {
  'label-window': {
    means: 'saves that come later than this after the impression are refusals to the trainer',
    fields: { minutes: written('window', minutes('1m', '2d', 'How long a save is waited for.')) },
  },
  'shallow-labels': {
    means: 'fast closeups count as saves in the labels of a version',
    fields: { version, share: share('Share of fast closeups.') },
  },
  'label-leak': {
    means: 'a version is trained on a count that holds the label itself',
    fields: {
      version,
      share: optional(
        share('Share of rows whose count holds their own label; absent: all of them.'),
      ),
    },
  },
  'stalled-training': {
    means: 'the training job succeeds and changes nothing',
    fields: {},
  },
  'online-training': {
    means: 'training runs many times a day, on few rows',
    fields: {
      minutes: written('every', minutes('10m', '1d', 'Time between two runs.')),
      window: minutes('10m', '4d', 'Rows it reads, counted back.'),
      speed: positive(50, 'Times the daily rate of learning.'),
    },
  },
  'negative-weight': {
    means: 'negatives are thinned once more and not weighted back',
    // A trainer without any refusals has no answer.
    fields: { keep: share('Share of their weight that is left.', 1) },
  },
  'join-loss': {
    means: 'the label join loses rows',
    fields: { share: share('Share of rows.', 0, 99) },
  },
} satisfies Partial<FaultTable>;
