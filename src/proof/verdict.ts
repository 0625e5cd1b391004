/** What a proof came to: a verdict, the witness it rests on, and what would mend it where it is refuted. */

export const PROOFS = {
  chart:
    'every state of the chart is entered and left, and nobody has won before anything was done',
  solvable: 'every reference recovers within par on every seed, and doing nothing loses',
  necessary: 'without the faults the remedy does not help',
  identifiable: 'the truth parts from every rival by readings in time, by two routes',
  shortcut: 'no panic strategy does as well as knowing, and no single look or text gives it away',
  expectations: 'what must move moves, what must stay flat stays flat',
  texts: 'every text can be read, no link is dead, no real company is named',
  transitions: 'every transition of the chart changes a command, an effect or the outcome',
  balance: 'the nearest change is guilty, innocent and absent in about a third each',
} as const;
export type ProofId = keyof typeof PROOFS;
export const PROOF_IDS = Object.keys(PROOFS) as readonly ProofId[];

export type Verdict = 'proven' | 'refuted' | 'budget exhausted';

export interface Proof {
  readonly proof: ProofId;
  readonly verdict: Verdict;
  /** The path, seed or reading it rests on, in words. */
  readonly witness: string;
  /** What to change; null unless refuted. */
  readonly repair: string | null;
}

export const proven = (proof: ProofId, witness: string): Proof => ({
  proof,
  verdict: 'proven',
  witness,
  repair: null,
});

export const refuted = (proof: ProofId, witness: string, repair: string): Proof => ({
  proof,
  verdict: 'refuted',
  witness,
  repair,
});

export const exhausted = (proof: ProofId, witness: string): Proof => ({
  proof,
  verdict: 'budget exhausted',
  witness,
  repair: null,
});

/** The first that is refuted speaks for all, then the first that could not be settled, then all that were proven. */
export function together(proof: ProofId, parts: readonly Proof[]): Proof {
  const worst =
    parts.find((p) => p.verdict === 'refuted') ??
    parts.find((p) => p.verdict === 'budget exhausted');
  if (worst !== undefined) return worst;
  return proven(proof, parts.map((p) => p.witness).join('; '));
}
