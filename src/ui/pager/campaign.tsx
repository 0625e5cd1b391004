/** The campaign: call-signs only. Titles and causes are the first line of the debrief. */
import type { JSX } from 'preact';
import type { PagerCard } from '../../scenario/compiled.ts';
import type { SavedRun } from '../../storage/saves.ts';
import { cardState, handoversOf, type CardState } from './cards.ts';

export interface CampaignProps {
  readonly cards: readonly PagerCard[];
  readonly runs: readonly SavedRun[];
  readonly current: PagerCard | undefined;
  readonly onChoose: (card: PagerCard) => void;
}

const STATE_WORDS: Readonly<Record<CardState, string>> = {
  new: '',
  open: 'begun',
  closed: 'closed',
};

const Difficulty = ({ level }: { readonly level: number }): JSX.Element => (
  <span class="pips" role="img" aria-label={`difficulty ${level} of 5`}>
    {[1, 2, 3, 4, 5].map((pip) => (
      <i key={pip} class={pip <= level ? 'on' : ''} />
    ))}
  </span>
);

/** What a card says below its name. */
const Foot = ({ card }: { readonly card: PagerCard }): JSX.Element => (
  <span class="row spread mute">
    <Difficulty level={card.difficulty} />
    <span>{card.clock === 'days' ? 'working days' : 'minutes'}</span>
  </span>
);

export const Campaign = ({ cards, runs, current, onChoose }: CampaignProps): JSX.Element | null =>
  cards.length === 0 ? null : (
    <section aria-labelledby="campaign-title">
      <h2 id="campaign-title" class="label">
        Campaign
      </h2>
      <ol class="campaign">
        {cards.map((card, index) => {
          const state = cardState(card, runs);
          return (
            <li key={card.id}>
              <button
                type="button"
                class="card campaign-card"
                aria-current={card.id === current?.id ? 'true' : undefined}
                onClick={() => onChoose(card)}
              >
                <span class="row spread">
                  <span class="mono mute">{String(index + 1).padStart(2, '0')}</span>
                  <span class={`state ${state}`}>{STATE_WORDS[state]}</span>
                </span>
                <b>{card.callSign}</b>
                <span class="soft">{card.tease}</span>
                <Foot card={card} />
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );

/** Shifts taken over half way. Each has the cause of an incident of the campaign, and so comes after it. */
export const Handovers = ({
  cards,
  runs,
  current,
  onChoose,
}: CampaignProps): JSX.Element | null => {
  const handovers = handoversOf(cards);
  return handovers.length === 0 ? null : (
    <section aria-labelledby="handovers-title">
      <h2 id="handovers-title" class="label">
        Taken over
      </h2>
      <ol class="campaign">
        {handovers.map(({ card, of }) => {
          const state = cardState(card, runs);
          const locked = cardState(of, runs) !== 'closed';
          return (
            <li key={card.id}>
              <button
                type="button"
                class="card campaign-card"
                disabled={locked}
                aria-current={card.id === current?.id ? 'true' : undefined}
                onClick={() => onChoose(card)}
              >
                <span class="row spread">
                  <span class="mute">from {card.handover?.from}</span>
                  <span class={`state ${state}`}>{STATE_WORDS[state]}</span>
                </span>
                <b>{card.callSign}</b>
                <span class="soft">{locked ? `Once “${of.callSign}” is closed.` : card.tease}</span>
                <Foot card={card} />
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
