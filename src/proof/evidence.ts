/** All that was measured of one incident, and the statistics that verdicts are drawn from. */
import type { BeliefEvidence } from './measure/belief.ts';
import type { LinesEvidence } from './measure/lines.ts';
import type { PlayersEvidence } from './measure/players.ts';
import type { WaysEvidence } from './measure/ways.ts';

export interface Evidence {
  readonly lines: readonly LinesEvidence[];
  readonly belief: readonly BeliefEvidence[];
  readonly players: readonly PlayersEvidence[];
  readonly ways: readonly WaysEvidence[];
}

export const NO_EVIDENCE: Evidence = { lines: [], belief: [], players: [], ways: [] };

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

/** The value below which this share of them lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** What lines of play came to in a world: of all that is measured of them, their harm. */
export interface LinesHarm {
  readonly seed: string;
  readonly nothing: { readonly harm: number };
  readonly rollback: { readonly harm: number };
  readonly references: readonly { readonly line: string; readonly harm: number }[];
}

/** The best of the references in a world: least harm. */
export function bestOf<W extends LinesHarm>({ references }: W): W['references'][number] {
  const [best] = references.toSorted((a, b) => a.harm - b.harm);
  if (best === undefined) throw new Error('An incident without a reference line.');
  return best;
}
