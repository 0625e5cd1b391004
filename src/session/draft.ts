/**
 * The postmortem as a colleague drafts it, put together by rule: notes on offer, some of them in a wording that says too much;
 * what leads on the player's board beside another explanation; when it began. What is drawn, and in which order, hangs on
 * the incident's name alone and never on what is true: what of it holds can only be told from what was read.
 */
import { drawn, streamKey } from '../determinism/random.ts';
import type { CastSpec, NoteNeed } from '../scenario/compiled.ts';
import { momentLabel } from './dayWords.ts';
import type { Run } from './run.ts';

/** What a sentence says, for whoever judges it. */
export type Basis =
  | { readonly kind: 'claim'; readonly needs: readonly NoteNeed[] }
  /** Id of an explanation on the player's board. */
  | { readonly kind: 'board'; readonly hypothesis: string }
  /** Id of an explanation of the incident. */
  | { readonly kind: 'finding'; readonly hypothesis: string }
  | { readonly kind: 'onset'; readonly tick: number };

export interface DraftSentence {
  readonly text: string;
  readonly basis: Basis;
}

export interface Draft {
  readonly author: CastSpec;
  readonly sentences: readonly DraftSentence[];
}

/** What of a run a draft is made of: no world. */
type Drafted = Pick<Run, 'scenario' | 'desk'>;

/** Offers that a draft speaks of, and explanations that it names. */
const OFFERS = 3;
const FINDINGS = 2;

/** Alike for all runs of an incident but for what stands on the board and the declared beginning. */
export function draftOf(run: Drafted): Draft {
  const { id, cast, postmortem } = run.scenario;
  const { author, sentences = [] } = postmortem.draft ?? {};
  const awake = cast.filter((c) => c.answersIn !== null);
  const all = [...claims(run), ...findings(run), onset(run), ...sentences.map(claim)];
  return {
    author: cast.find((c) => c.id === author) ?? shuffled(id, 'author', awake)[0] ?? cast[0]!,
    sentences: shuffled(id, 'order', all),
  };
}

interface Written {
  readonly text: string;
  readonly needs: readonly NoteNeed[];
}

const claim = ({ text, needs }: Written): DraftSentence => ({
  text,
  basis: { kind: 'claim', needs },
});

/** One or two of the offers say too much, the others what a careful reader could say by now. */
function claims({ scenario: { id, offers } }: Drafted): DraftSentence[] {
  const told = shuffled(id, 'offers', offers).slice(0, OFFERS);
  const over = 1 + (told.length < OFFERS ? 0 : coin(id, 'over'));
  return told.flatMap(({ registers }, i) => {
    const says = registers.findLast((r) => tooMuch(r.needs) === i < over) ?? registers.at(-1);
    return says === undefined ? [] : [claim(says)];
  });
}

/** Nothing that could be read carries it. */
const tooMuch = (needs: readonly NoteNeed[]): boolean => needs.some(({ need }) => need === 'never');

function findings({ scenario: { id, hypotheses }, desk }: Drafted): DraftSentence[] {
  const [leading] = desk.hypotheses
    .filter((h) => !h.struck)
    .toSorted((a, b) => b.confidence - a.confidence);
  const board: DraftSentence[] =
    leading === undefined
      ? []
      : [finding(leading.label, { kind: 'board', hypothesis: leading.id })];
  // By their labels, as the closing shows them: the order they were written in may tell which is true.
  const listed = hypotheses.toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const others = shuffled(id, 'findings', listed).slice(0, FINDINGS - board.length);
  return [...board, ...others.map((h) => finding(h.label, { kind: 'finding', hypothesis: h.id }))];
}

const finding = (label: string, basis: Basis): DraftSentence => ({
  text: `Finding: ${label}.`,
  basis,
});

/** The beginning as the radius has it, or, as people who were woken by it remember, the minute of the page. */
function onset({ scenario: { id, world }, desk }: Drafted): DraftSentence {
  const tick = (coin(id, 'onset') === 1 ? desk.radius.sinceTick : null) ?? world.pageTick;
  return {
    text: `It began at ${momentLabel(tick, world.pageTick)}.`,
    basis: { kind: 'onset', tick },
  };
}

const keyOf = (id: string, what: string): number => streamKey(id, `draft/${what}`);

const coin = (id: string, what: string): 0 | 1 => (drawn(keyOf(id, what), 0) < 0.5 ? 0 : 1);

function shuffled<T>(id: string, what: string, list: readonly T[]): T[] {
  const key = keyOf(id, what);
  return list
    .map((entry, i) => ({ entry, at: drawn(key, i) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}
