/** What a replay serves its requests with, in words: the stage that is exchanged and what for. */
import type { Test } from './commands.ts';

export type Replay = Extract<Test, { test: 'replay' }>;

export function swapWords({ swap, to }: Pick<Replay, 'swap' | 'to'>): string {
  switch (swap) {
    case 'model':
      return `the ranker at ${to}`;
    case 'history':
      return `histories of ${to} actions`;
    case 'generator':
      return `no ${to} source`;
    case 'popularity':
      return 'the popular source at its usual quota';
  }
}
