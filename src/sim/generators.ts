/** The candidate sources. Their order is their number wherever they are counted. */
export const GENERATORS = ['interest', 'similar', 'popular', 'fresh', 'cosave', 'query'] as const;
export type GeneratorId = (typeof GENERATORS)[number];
