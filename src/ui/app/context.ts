/** What every part of the page may reach: the run, the screens, the choices of the player. */
import { signal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PoolDrill } from '../../drills/pool.ts';
import type { PagerCard } from '../../scenario/compiled.ts';
import {
  readPreferences,
  writePreferences,
  type Preferences,
  type Theme,
} from '../../storage/preferences.ts';
import type { Saves } from '../../storage/saves.ts';
import type { Run, RunSource } from './run.ts';
import type { ScreenEvent, ScreenName } from './screens.ts';

export interface App {
  readonly run: Run;
  readonly cards: readonly PagerCard[];
  /** The drills that are shipped, fetched when they are asked for. */
  readonly drills: () => Promise<readonly PoolDrill[]>;
  readonly saves: Promise<Saves>;
  readonly screen: Signal<ScreenName>;
  readonly message: Signal<string | null>;
  readonly preferences: Signal<Preferences>;
  readonly theme: Signal<Theme>;
  /** Something the page itself has to say, for the live region and the notice line. */
  readonly notice: Signal<string | null>;
  /** For the live region only, until the next view. */
  readonly spoken: Signal<string | null>;
  /** Takes over a newer version of the game, which reloads the page; null: there is none. */
  readonly newVersion: Signal<(() => void) | null>;
  readonly go: (event: ScreenEvent) => void;
  /** Opens a run and shows it as soon as its world stands. */
  readonly play: (source: RunSource) => Promise<void>;
  /** Starts warming without leaving the pager. */
  readonly warm: (source: RunSource) => void;
  readonly retry: (index: number) => Promise<void>;
  readonly prefer: (change: Partial<Preferences>) => void;
}

const Context = createContext<App | null>(null);
export const AppProvider = Context.Provider;

export const useApp = (): App => {
  const app = useContext(Context);
  if (app === null) throw new Error('useApp is called outside of the page');
  return app;
};

/** The system's wish unless the player has chosen. */
export const createPreferences = (): Pick<App, 'preferences' | 'theme' | 'prefer'> => {
  const preferences = signal(readPreferences());
  const system = matchMedia('(prefers-color-scheme: light)');
  const wished = (): Theme => preferences.value.theme ?? (system.matches ? 'light' : 'dark');
  const theme = signal(wished());
  const apply = (): void => {
    theme.value = wished();
    document.documentElement.dataset['theme'] = theme.value;
  };
  system.addEventListener('change', apply);
  apply();
  return {
    preferences,
    theme,
    prefer: (change) => {
      preferences.value = { ...preferences.value, ...change };
      writePreferences(preferences.value);
      apply();
    },
  };
};
