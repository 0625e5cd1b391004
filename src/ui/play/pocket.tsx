/** The desk in the pocket: one column, the clock and the radius always in sight, five tabs at the thumb. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Brand } from '../app/brand.tsx';
import { useApp } from '../app/context.ts';
import { Mark } from '../app/mark.tsx';
import { ThemeSwitch } from '../app/themeSwitch.tsx';
import { ROOMY, useMedia } from '../app/useMedia.ts';
import { Board } from '../drawers/board.tsx';
import { Changes } from '../drawers/changes.tsx';
import { Chat } from '../drawers/chat.tsx';
import { useLaidOpen } from '../drawers/laidOpen.ts';
import { Notes } from '../drawers/notes.tsx';
import { Runbooks } from '../drawers/runbooks.tsx';
import { Tickets } from '../drawers/tickets.tsx';
import { minutes } from '../format.ts';
import { LensCard } from '../lens/lensCard.tsx';
import { PanelCard } from '../panels/panelCard.tsx';
import { VariableBar } from '../panels/variableBar.tsx';
import { RadiusCard } from '../radius/radiusCard.tsx';
import { dayNumber } from '../../session/dayWords.ts';
import { scopeWords } from '../../session/segmentWords.ts';
import type { Attention } from './attention.ts';
import { Busy } from './busy.tsx';
import { Coach } from './coach.tsx';
import { TABS, useDesk, type Tab } from './desk.ts';
import { Latest } from './latest.tsx';
import { Menu } from './menu.tsx';
import { PageCard } from './pageCard.tsx';
import { Fold, useDrawerPlace, useNewest } from './pocketPlace.tsx';
import { Strip } from './strip.tsx';
import { useView } from './useView.ts';

const LABELS: Readonly<Record<Tab, string>> = {
  phone: 'Phone',
  who: 'Who',
  look: 'Look',
  board: 'Board',
  act: 'Act',
};

const PhoneTab = (): JSX.Element => {
  const phones = useView().panels.filter((panel) => panel.kind === 'phone');
  return (
    <>
      <PageCard open />
      <Strip />
      <Latest narrow />
      {phones.slice(0, 1).map((panel) => (
        <PanelCard key={panel.id} panel={panel} full />
      ))}
      <Fold title="Chat" drawer="chat">
        <Chat />
      </Fold>
      <Fold title="Tickets" drawer="tickets">
        <Tickets />
      </Fold>
    </>
  );
};

const LookTab = (): JSX.Element => {
  const { panels } = useView();
  return (
    <>
      <section class="card" aria-labelledby="plot-title">
        <header class="card-head">
          <h2 id="plot-title">A number over time</h2>
        </header>
        <VariableBar />
      </section>
      {panels.length > 0 && (
        <button
          type="button"
          class="button wide"
          onClick={() => document.getElementById('menu-title')?.focus()}
        >
          Look at something else <Mark shape="below" />
        </button>
      )}
      {panels.map((panel) => (
        <PanelCard key={panel.id} panel={panel} full={panel.kind !== 'phone'} />
      ))}
      <Fold title="Changes" drawer="changes">
        <Changes />
      </Fold>
      <Fold title="Runbooks" drawer="runbooks">
        <Runbooks />
      </Fold>
      <Menu groups={['look']} closing={false} turn={false} />
    </>
  );
};

const Content = ({
  tab,
  attention,
}: {
  readonly tab: Tab;
  readonly attention: Attention;
}): JSX.Element => {
  const roomy = useMedia(ROOMY);
  switch (tab) {
    case 'phone':
      return <PhoneTab />;
    case 'who':
      return (
        <>
          <LensCard attention={attention} narrow={!roomy} />
          <RadiusCard attention={attention} />
        </>
      );
    case 'look':
      return <LookTab />;
    case 'board':
      return (
        <>
          <section class="card" data-drawer="board">
            <Board />
          </section>
          <Fold title="Status notes" drawer="notes">
            <Notes />
          </Fold>
        </>
      );
    default:
      return (
        <Menu groups={['test', 'hold', 'change', 'say']} closing={attention === 'close'} turn />
      );
  }
};

/** Where the accent points, as a tab. */
const ASKING: Partial<Readonly<Record<NonNullable<Attention>, Tab>>> = {
  lens: 'who',
  declare: 'who',
  board: 'board',
  close: 'act',
};

export const Pocket = ({ attention }: { readonly attention: Attention }): JSX.Element => {
  const app = useApp();
  const desk = useDesk();
  const view = useView();
  const main = useRef<HTMLElement>(null);
  const tab = desk.tab.value;
  const asking = attention === null ? undefined : ASKING[attention];
  useEffect(() => scrollTo({ top: 0 }), [tab]);
  useNewest(main);
  useLaidOpen();
  useDrawerPlace(main);
  const { draft, undeclared } = app.run;
  return (
    <div class="pocket">
      <header class="pocket-top">
        <div class="row spread">
          <Brand onClick={() => app.go({ type: 'LEAVE' })} />
          <div class="row">
            <button
              type="button"
              class="key"
              aria-label="Find a move"
              onClick={() => (desk.dialog.value = { open: 'palette' })}
            >
              <Mark shape="find" />
            </button>
            <ThemeSwitch />
            <button
              type="button"
              class="key"
              aria-label="Help and keys"
              onClick={() => (desk.dialog.value = { open: 'help' })}
            >
              ?
            </button>
          </div>
        </div>
        <h1 class="unseen">{view.callSign}</h1>
        <div class="row spread pocket-now">
          <p class="mono">
            <b>{view.now.label}</b>{' '}
            <span class="soft">
              {view.now.looksLeft === null
                ? `T+${minutes(view.now.minutesSincePage)}`
                : dayNumber(view.now.tick)}
            </span>
          </p>
          <button
            type="button"
            class="chip on radius-chip"
            onClick={() => (desk.tab.value = 'who')}
          >
            {undeclared.value ? 'draft: ' : ''}
            {draft.value.reading === null ? 'everyone' : scopeWords(draft.value.reading)}
          </button>
        </div>
        {app.run.busy.value === null && view.said !== '' && (
          <p class="pocket-said" aria-hidden="true">
            {view.said}
          </p>
        )}
        <Busy />
      </header>
      <main id="main" class="pocket-main" ref={main} tabIndex={-1}>
        <Coach attention={attention} narrow />
        <Content tab={tab} attention={attention} />
      </main>
      <nav class="pocket-tabs" aria-label="Parts of the desk">
        {TABS.map((entry) => (
          <button
            key={entry}
            type="button"
            class={entry === asking && entry !== tab ? 'asks' : ''}
            aria-current={entry === tab ? 'page' : undefined}
            onClick={() => (desk.tab.value = entry)}
          >
            {LABELS[entry]}
          </button>
        ))}
      </nav>
    </div>
  );
};
