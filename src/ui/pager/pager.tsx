/** The first screen: a ringing page and one button. Everything else is below it and quiet. */
import { useSignal } from '@preact/signals';
import type { JSX, Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PagerCard } from '../../scenario/compiled.ts';
import type { PageView } from '../../session/view.ts';
import type { JudgedRun, SavedRun } from '../../storage/saves.ts';
import { Brand } from '../app/brand.tsx';
import { useApp, type App } from '../app/context.ts';
import { prefetchPlay } from '../app/loaders.ts';
import { ThemeSwitch } from '../app/themeSwitch.tsx';
import { HelpButton } from '../help/helpButton.tsx';
import { Campaign, Handovers } from './campaign.tsx';
import { Drills } from './drills.tsx';
import { campaignOf, freshRun, ownRuns, ringing, savedRun } from './cards.ts';
import { Record } from '../record/record.tsx';
import { ImportButton } from './importButton.tsx';
import { NewVersion } from './newVersion.tsx';
import { WorldProgress } from './progress.tsx';
import { SavedRuns } from './savedRuns.tsx';
import { SwarmArt } from './swarmArt.tsx';

/** What the alert read, once the world behind this page stands. */
const measuredOf = (app: App, card: PagerCard): PageView | undefined => {
  const { source, view, commands } = app.run;
  const warmed = source.value?.scenario === card.id && source.value.seed === card.defaultSeed;
  return warmed && commands.value.length === 0 ? view.value?.page : undefined;
};

const Page = ({
  card,
  measured,
  onTake,
  takeRef,
  begun,
  left,
  onResume,
  isFirst,
}: {
  readonly card: PagerCard;
  readonly measured: PageView | undefined;
  readonly onTake: () => void;
  readonly takeRef: Ref<HTMLButtonElement>;
  readonly begun: SavedRun | undefined;
  /** What was played last, where it is not over. */
  readonly left: SavedRun | undefined;
  readonly onResume: (run: SavedRun) => void;
  /** Nothing has been played here yet: say what this is. */
  readonly isFirst: boolean;
}): JSX.Element => (
  <section class="page-device" aria-labelledby="page-title">
    {isFirst && (
      <p class="page-game soft">
        You look after the recommender of Corkboard, where people keep ideas for what they are going
        to make. Something in it has broken. Find out who is hurt and why, put it right, and hear
        what each of your moves was worth.
      </p>
    )}
    <p class="page-line">
      <span class="bell" aria-hidden="true" />
      <span>You are on call</span>
      <span class="mono">{card.callSign}</span>
    </p>
    <h1 id="page-title">{measured?.headline ?? card.headline}</h1>
    {card.handover !== undefined && (
      <blockquote class="page-note">
        <p>{card.handover.note}</p>
        <footer class="soft">
          {card.handover.from}, going off shift, {card.handover.atLabel}
        </footer>
      </blockquote>
    )}
    <dl class="page-says">
      <dt>It reads</dt>
      <dd>{card.reads}</dd>
      <dt>It cannot say</dt>
      <dd>{card.cannotSay}</dd>
      {/* Always there: the page does not jump when its world stands. */}
      <dt>False alarms</dt>
      <dd>
        {measured === undefined
          ? 'Worked out as the world is built.'
          : (measured.idleRings ?? 'Not to be told of this rule: it has no error to reckon with.')}
      </dd>
    </dl>
    <div class="page-take">
      <button
        type="button"
        class="button next large"
        ref={takeRef}
        aria-describedby="page-title"
        onClick={onTake}
      >
        Take the page
      </button>
      {begun !== undefined && (
        <button type="button" class="button large" onClick={() => onResume(begun)}>
          Resume at {begun.atLabel}
        </button>
      )}
      <WorldProgress />
    </div>
    {left !== undefined && left.id !== begun?.id && (
      <p class="page-left soft">
        You left {left.callSign} at {left.atLabel}.{' '}
        <button type="button" class="button small" onClick={() => onResume(left)}>
          Resume it
        </button>
      </p>
    )}
  </section>
);

/** Nobody has written an incident yet, or the build left them out. */
const Quiet = (): JSX.Element => (
  <section class="page-device">
    <h1>The pager is quiet.</h1>
    <p class="soft">No incident came with this build. A recording can still be opened.</p>
  </section>
);

export const Pager = (): JSX.Element => {
  const app = useApp();
  const runs = useSignal<readonly SavedRun[]>([]);
  const judged = useSignal<readonly JudgedRun[]>([]);
  const chosen = useSignal<PagerCard | null>(null);
  const taker = useRef<HTMLButtonElement>(null);
  const cards = campaignOf(app.cards);
  // The campaign stands where one’s own runs left it.
  const own = ownRuns(runs.value);
  const [last] = own;
  const left = last?.closed === false ? last : undefined;
  const card =
    chosen.value ?? app.cards.find(({ id }) => id === left?.scenario) ?? ringing(cards, own);
  const begun = own.find((run) => run.scenario === card?.id && !run.closed);

  const refresh = async (): Promise<void> => {
    const saves = await app.saves;
    runs.value = await saves.list();
    judged.value = await saves.judged();
  };
  useEffect(() => void refresh(), []);
  // The world warms while the page is being read; reading comes first.
  useEffect(() => {
    if (card === undefined) return undefined;
    const later = setTimeout(() => {
      // Effects are cleaned up after the next paint: a quick player may be in another page's world by now.
      if (app.screen.value !== 'pager') return;
      app.warm(freshRun(card));
      prefetchPlay();
    }, 120);
    return () => clearTimeout(later);
  }, [card?.id]);

  const choose = (next: PagerCard): void => {
    chosen.value = next;
    scrollTo({ top: 0 });
    // The keyboard goes where the eye goes: the cards lie a long way below.
    taker.current?.focus({ preventScroll: true });
  };

  const take = (): void => {
    if (card === undefined) return;
    void app.play(freshRun(card));
  };

  return (
    <div class="pager">
      <header class="top">
        <Brand />
        <div class="row end">
          <ImportButton onDone={refresh} />
          <ThemeSwitch />
          <HelpButton />
        </div>
      </header>
      <main id="main" class="pager-main" tabIndex={-1}>
        <NewVersion />
        <div class="pager-hero">
          {card === undefined ? (
            <Quiet />
          ) : (
            <Page
              card={card}
              measured={measuredOf(app, card)}
              onTake={take}
              takeRef={taker}
              begun={begun}
              left={left}
              isFirst={own.length === 0}
              onResume={(run) => void app.play(savedRun(run))}
            />
          )}
          <div class="pager-art" aria-hidden="true">
            <i class="ring" />
            <i class="ring late" />
            <SwarmArt seed={card?.callSign ?? 'quiet'} />
          </div>
        </div>
        {app.message.value !== null && (
          <p class="card warning" role="alert">
            {app.message.value}
          </p>
        )}
        <div class="pager-lists">
          <Drills runs={own} />
          <Campaign cards={cards} runs={own} current={card} onChoose={choose} />
          <Handovers cards={app.cards} runs={own} current={card} onChoose={choose} />
          <div class="pager-own">
            <SavedRuns runs={runs.value} onChange={refresh} />
            <Record judged={judged.value} />
          </div>
        </div>
        <p class="pager-foot mute">
          Everything runs on your machine: no account, no server, nothing sent anywhere.
        </p>
      </main>
    </div>
  );
};
