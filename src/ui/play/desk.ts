/** What is open on the play screen. None of it is part of the run: a replay does not know about drawers. */
import { signal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Prediction } from '../../session/commands.ts';
import { OVERLAYS, type OverlayId } from '../../session/overlayWords.ts';
import type { MenuItem } from '../../session/view.ts';
import { createTimeMarks, type TimeMarks } from '../cursor/cursor.ts';
import type { Layer } from '../radius/edit.ts';

export const DRAWERS = ['board', 'chat', 'changes', 'tickets', 'runbooks', 'notes'] as const;
export type DrawerName = (typeof DRAWERS)[number];

export const TABS = ['phone', 'who', 'look', 'board', 'act'] as const;
export type Tab = (typeof TABS)[number];

export const LENS_SHOWS = ['people', 'pipeline'] as const;
export type LensShows = (typeof LENS_SHOWS)[number];

export type Dialog =
  | { readonly open: 'palette' }
  | { readonly open: 'help' }
  | { readonly open: 'panels'; readonly focus: string | null }
  | { readonly open: 'choices'; readonly item: MenuItem }
  | { readonly open: 'picker'; readonly layer: Layer }
  | { readonly open: 'wait' }
  | { readonly open: 'next-day' }
  | { readonly open: 'close' };

export interface Desk {
  readonly drawer: Signal<DrawerName | null>;
  readonly dialog: Signal<Dialog | null>;
  readonly tab: Signal<Tab>;
  /** The layer that lens gestures and cell buttons add to. */
  readonly layer: Signal<Layer>;
  readonly lensAsTable: Signal<boolean>;
  /** What the lens card shows: the people, or what is served to them and how. */
  readonly lensShows: Signal<LensShows>;
  /** What all plots lay behind their lines. */
  readonly overlays: Signal<ReadonlySet<OverlayId>>;
  /** Said of the next look or test that has a number to hold it against. */
  readonly expect: Signal<Prediction['expect'] | null>;
  /** The moment and the range that everything with a time axis marks. */
  readonly marks: TimeMarks;
}

export const createDesk = (): Desk => ({
  drawer: signal(null),
  dialog: signal(null),
  tab: signal('phone'),
  layer: signal('reading'),
  lensAsTable: signal(false),
  lensShows: signal('people'),
  overlays: signal(new Set(OVERLAYS)),
  expect: signal(null),
  marks: createTimeMarks(),
});

const Context = createContext<Desk | null>(null);
export const DeskProvider = Context.Provider;

export const useDesk = (): Desk => {
  const desk = useContext(Context);
  if (desk === null) throw new Error('useDesk is called outside of the play screen');
  return desk;
};
