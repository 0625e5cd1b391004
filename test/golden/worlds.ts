/** The worlds whose state hashes are on record, day by day. */
export const SEEDS = ['lantern', 'orchard'] as const;
export const DAYS = 14;

export type Golden = Readonly<Record<string, readonly string[]>>;
