/** Puts the page together: screens, run, storage. Everything heavier than the pager is imported on demand. */
import '../../../assets/fonts.css';
import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/controls.css';
import '../pager/pager.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { createActor } from 'xstate';
import type { PoolDrill } from '../../drills/pool.ts';
import type { PagerCard } from '../../scenario/compiled.ts';
import { openSaves } from '../../storage/saves.ts';
import type { RunClient } from '../../worker/client.ts';
import { AppProvider, createPreferences, type App } from './context.ts';
import { keepFocus } from './keepFocus.ts';
import { openLinkedRun } from './openLink.ts';
import { Root } from './root.tsx';
import { createRun, type RunSource } from './run.ts';
import { keepUnitsWithNumbers } from './unbrokenText.ts';
import { screens, type ScreenName } from './screens.ts';
import { keepWayBack } from './wayBack.ts';
import { warnOfTwoTabs } from './twoTabs.ts';
import type { Watched } from './versions.ts';

export interface StartOptions {
  readonly root: HTMLElement;
  readonly cards: readonly PagerCard[];
  readonly drills: () => Promise<readonly PoolDrill[]>;
  readonly connect: () => Promise<RunClient>;
  /** Looks for newer versions of the game from here on. */
  readonly versions: (watched: Watched) => void;
}

const samePage = (a: RunSource | null, b: RunSource): boolean =>
  a !== null && a.scenario === b.scenario && a.seed === b.seed;

/** A page nobody has done anything with: any other of the same world is as good. */
const isFresh = ({ commands, draft, scratch, note, opened }: RunSource): boolean =>
  commands.length === 0 &&
  draft === null &&
  scratch === '' &&
  note === undefined &&
  opened === undefined;

export const startApp = ({ root, cards, drills, connect, versions }: StartOptions): void => {
  keepUnitsWithNumbers();
  keepFocus(root);
  const saves = openSaves();
  const run = createRun(connect, saves);
  const actor = createActor(screens);
  const screen = signal<ScreenName>('pager');
  const message = signal<string | null>(null);
  actor.subscribe((state) => {
    screen.value = state.value;
    message.value = state.context.message;
  });
  actor.start();
  keepWayBack(screen, () => actor.send({ type: 'LEAVE' }));

  let warming: Promise<boolean> | null = null;
  const warm = (source: RunSource): void => {
    const stands = samePage(run.source.value, source) && isFresh(source) && run.isBlank();
    if (stands && warming !== null && run.failure.value === null) return;
    warming = run.open(source);
  };

  const show = async (opening: Promise<boolean>): Promise<void> => {
    if (!(await opening)) return;
    if (screen.value === 'opening') actor.send({ type: 'READY' });
    if (run.view.value?.phase === 'closed') await app.review();
  };

  const app: App & { readonly review: () => Promise<void> } = {
    run,
    cards,
    drills,
    saves,
    screen,
    message,
    notice: signal<string | null>(null),
    spoken: signal<string | null>(null),
    newVersion: signal(null),
    ...createPreferences(),
    go: (event) => actor.send(event),
    warm,
    play: async (source) => {
      warm(source);
      actor.send({ type: 'TAKE' });
      await show(warming ?? Promise.resolve(false));
    },
    retry: async (index) => {
      actor.send({ type: 'RETRY' });
      // What was said of the board is of no use on the desk.
      app.notice.value = null;
      // After a failure the worker is gone: the world is built again and the kept moves replayed.
      const from = run.source.value;
      const dead = run.failure.value !== null && from !== null;
      await show(
        dead
          ? run.open({
              ...from,
              // What it is cut off from stays as it was saved.
              id: index < run.commands.value.length ? crypto.randomUUID() : from.id,
              commands: run.commands.value.slice(0, index),
              draft: null,
              scratch: run.scratch.value,
              note: run.note.value ?? undefined,
            })
          : run.retry(index),
      );
    },
    review: async () => {
      actor.send({ type: 'CLOSED' });
      if (await run.review()) actor.send({ type: 'DEBRIEFED' });
    },
  };

  run.view.subscribe((view) => {
    app.spoken.value = null;
    if (view?.phase === 'closed' && screen.value === 'playing') void app.review();
  });
  run.failure.subscribe((failure) => {
    if (failure !== null) actor.send({ type: 'FAIL', message: failure.message });
  });
  render(
    <AppProvider value={app}>
      <Root />
    </AppProvider>,
    root,
  );
  versions(app);
  warnOfTwoTabs(app);
  void openLinkedRun(app);
  addEventListener('hashchange', () => void openLinkedRun(app));
  // Written out: the development server looks for these words, and a build takes the branch away by them.
  if (import.meta.hot !== undefined) {
    const reloads = import.meta.hot;
    void import('./overReload.ts').then(({ takeUpOverReloads }) =>
      takeUpOverReloads(app, reloads, sessionStorage),
    );
  }
};
