/**
 * Newer versions of the game. The browser keeps all of a version, so that one can play without a network, and goes on serving it
 * until somebody agrees to the next: a reload in the middle of an incident would end it.
 */
import type { App } from './context.ts';

/** What is told of the service worker that keeps the page. */
export interface VersionEvents {
  /** A newer version is kept and waits. */
  readonly onNeedRefresh: () => void;
  /** It has taken over, in this tab or in another. */
  readonly onNeedReload: () => void;
}

/** Registers the service worker; gives what lets the version that waits take over. */
export type Register = (events: VersionEvents) => Promise<() => Promise<void>>;

export type Watched = Pick<App, 'newVersion' | 'screen'>;

/** `reload`: of the page. Where no service worker can be had the page does without. */
export function watchVersions(
  register: Register,
  { newVersion, screen }: Watched,
  reload: () => void = () => location.reload(),
): Promise<void> {
  let asked = false;
  const registered = register({
    onNeedRefresh: () => {
      newVersion.value = () => {
        asked = true;
        void registered.then((takeOver) => takeOver());
      };
    },
    // Agreed to in another tab: nobody's incident is taken from them here.
    onNeedReload: () => {
      if (asked || screen.value === 'pager') reload();
    },
  });
  return registered.then(
    () => undefined,
    () => undefined,
  );
}
