/** The pages waiting for an engineer, in campaign order; compiled into the first script. */
import type { PagerCard } from '../../scenario/compiled.ts';
import type { RunSource } from '../app/run.ts';
import type { SavedRun } from '../../storage/saves.ts';

export const inOrder = (cards: readonly PagerCard[]): readonly PagerCard[] =>
  cards.toSorted((a, b) => a.order - b.order);

/** The campaign: what begins at its page. */
export const campaignOf = (cards: readonly PagerCard[]): readonly PagerCard[] =>
  inOrder(cards.filter(({ handover }) => handover === undefined));

/** What is taken over half way, with the card of the incident it is of. */
export const handoversOf = (
  cards: readonly PagerCard[],
): readonly { readonly card: PagerCard; readonly of: PagerCard }[] =>
  inOrder(cards).flatMap((card) => {
    const of = cards.find(({ id }) => id === card.handover?.of);
    return of === undefined ? [] : [{ card, of }];
  });

export type CardState = 'new' | 'open' | 'closed';

/** Closed counts for good: a second try does not take it back. */
export const cardState = (card: PagerCard, runs: readonly SavedRun[]): CardState => {
  const own = runs.filter((run) => run.scenario === card.id);
  if (own.some((run) => run.closed)) return 'closed';
  return own.length > 0 ? 'open' : 'new';
};

/** The page that rings: the first one not yet closed, else the first. */
export const ringing = (
  cards: readonly PagerCard[],
  runs: readonly SavedRun[],
): PagerCard | undefined => cards.find((card) => cardState(card, runs) !== 'closed') ?? cards[0];

/** What came by a link or a file was played by somebody else. */
export const ownRuns = (runs: readonly SavedRun[]): readonly SavedRun[] =>
  runs.filter(({ opened }) => opened !== true);

export const freshRun = (card: PagerCard): RunSource => ({
  id: crypto.randomUUID(),
  scenario: card.id,
  seed: card.defaultSeed,
  callSign: card.callSign,
  commands: [],
  draft: null,
  scratch: '',
});

export const savedRun = (run: SavedRun): RunSource => ({
  id: run.id,
  scenario: run.scenario,
  seed: run.seed,
  callSign: run.callSign,
  commands: run.commands,
  draft: run.draft,
  scratch: run.scratch,
  note: run.note,
  ...(run.opened ? { opened: true } : {}),
});
