/** What the candidate sources are called wherever they are shown. */
import type { GeneratorId } from '../sim/generators.ts';

export const SOURCE_WORDS: Readonly<Record<GeneratorId, string>> = {
  interest: 'by interest',
  similar: 'by likeness',
  popular: 'popular here',
  fresh: 'fresh',
  cosave: 'saved together',
  query: 'by search words',
};
