/** What could be known at each moment of a run, beside what its player said: for the board. Plain data. */
import type { Foretold } from '../analysis/belief/foretold.ts';
import { NONE_OF_THESE } from '../analysis/belief/outside.ts';
import { withNone } from '../analysis/belief/posterior.ts';
import { traceOf, weighingsOf } from '../analysis/belief/trace.ts';
import type { Run } from '../session/run.ts';
import { tickLabel } from '../sim/clock.ts';
import { confirmationOf } from './confirmation.ts';
import { leadingAt, type Leading } from './leading.ts';

export interface BeliefView {
  /** Explanations of the incident, the likeliest at the end first. */
  readonly hypotheses: readonly {
    readonly id: string;
    readonly label: string;
    readonly truth: boolean;
    /** No world can be run for it: its share of belief does not move. */
    readonly unmoved: boolean;
  }[];
  readonly moments: readonly {
    readonly atLabel: string;
    readonly label: string;
    /** Probability of each explanation, in the order of `hypotheses`; they sum to 1. */
    readonly belief: readonly number[];
    /** What led on the player's board by then; null: nothing stood there, or nobody had said how sure they were. */
    readonly stated: Leading | null;
  }[];
  readonly sentence: string;
  /** Of looks that could only agree with what led; empty: there is nothing to say. */
  readonly confirmation: string;
}

const NONE = { id: NONE_OF_THESE, label: 'None of these', truth: false } as const;

/** From this share on an explanation is as good as known. */
const KNOWN = 0.8;
/** Below it the readings had told little. */
const LITTLE = 0.4;

export function beliefViewOf(run: Run, foretold: readonly Foretold[]): BeliefView {
  const weighings = weighingsOf(run, foretold);
  const moments = traceOf(run, weighings);
  const beliefs = moments.map(({ belief, none }) => withNone(belief, none));
  const last = beliefs.at(-1)!;
  const moved = new Set(foretold.map((f) => f.hypothesis));
  const order = [...run.scenario.hypotheses, NONE].toSorted(
    (a, b) => last.get(b.id)! - last.get(a.id)!,
  );
  const truth = run.scenario.hypotheses.find((h) => h.truth)!;
  const shares = beliefs.map((belief) => belief.get(truth.id)!);
  const known = shares.findIndex((p) => p >= KNOWN);
  return {
    hypotheses: order.map((h) => ({
      id: h.id,
      label: h.label,
      truth: h.truth,
      unmoved: !moved.has(h.id),
    })),
    moments: moments.map(({ tick, label }, k) => ({
      atLabel: tickLabel(tick),
      label,
      belief: order.map((h) => beliefs[k]!.get(h.id)!),
      stated: leadingAt(run, tick),
    })),
    sentence: sentenceOf(moments, shares, known),
    confirmation: confirmationOf(run, foretold, weighings),
  };
}

/** No reading makes anything certain. */
function certainty(share: number): string {
  return share > 0.995 ? 'more than 99 %' : `${Math.round(100 * share)} %`;
}

function sentenceOf(
  moments: readonly { readonly tick: number; readonly label: string }[],
  shares: readonly number[],
  known: number,
): string {
  const end = Math.round(100 * shares.at(-1)!);
  if (moments.length < 2)
    return 'You opened no reading of a metric before you first changed something, so nothing but the odds at the start could be known.';
  if (known >= 0)
    return `After “${moments[known]!.label}” at ${tickLabel(moments[known]!.tick)} your readings spoke for the cause with ${certainty(shares[known]!)}.`;
  if (shares.at(-1)! < LITTLE)
    return `What you had read by your first change spoke for the cause with ${end} %: other readings would have told more.`;
  return `What you had read by your first change spoke for the cause with ${end} %: a lead, not yet knowledge.`;
}
