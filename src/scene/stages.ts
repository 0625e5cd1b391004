/** The stages of serving, in the order in which the stream passes them. */
export const STAGES = [
  'clients',
  'interest',
  'similar',
  'popular',
  'fresh',
  'cosave',
  'query',
  'ranker',
  'blending',
  'slate',
  'log',
  'training',
] as const;

/** The candidate generators: each carries a part of the stream. */
export const GENERATORS = ['interest', 'similar', 'popular', 'fresh', 'cosave', 'query'] as const;
