/** Where things stand on the small screen: drawers are parts of tabs there, and what is new is gone to. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk, type DrawerName, type Tab } from './desk.ts';
import { useView } from './useView.ts';

export const Fold = ({
  title,
  drawer,
  children,
}: {
  readonly title: string;
  /** The drawer it stands for. */
  readonly drawer: DrawerName;
  readonly children: JSX.Element;
}): JSX.Element => (
  <details class="card fold" data-drawer={drawer}>
    <summary>{title}</summary>
    {children}
  </details>
);

/** Where each drawer's content stands here. */
const TAB_OF: Readonly<Record<DrawerName, Tab>> = {
  board: 'board',
  notes: 'board',
  chat: 'phone',
  tickets: 'phone',
  changes: 'look',
  runbooks: 'look',
};

/** After the tab has been drawn and has gone to its top. */
const onceDrawn = (act: () => void): number =>
  requestAnimationFrame(() => requestAnimationFrame(act));

/** A drawer that is asked for is a part of a tab here: it is gone to and unfolded. */
export const useDrawerPlace = (main: RefObject<HTMLElement | null>): void => {
  const { drawer, tab } = useDesk();
  const asked = drawer.value;
  useEffect(() => {
    if (asked === null) return;
    tab.value = TAB_OF[asked];
    drawer.value = null;
    onceDrawn(() => {
      const place = main.current?.querySelector(`[data-drawer="${asked}"]`);
      if (place instanceof HTMLDetailsElement) place.open = true;
      place?.scrollIntoView();
    });
  }, [asked]);
};

/** A panel that has just been opened is gone to: here it stands on another tab, or far above what opened it. */
export const useNewest = (main: RefObject<HTMLElement | null>): void => {
  const { tab } = useDesk();
  const [front] = useView().panels;
  // Its reading is another after every move; when it was opened stays.
  const opened = front === undefined ? undefined : `${front.id} ${front.openedAt}`;
  const known = useRef(opened);
  useEffect(() => {
    if (front === undefined || opened === known.current) return;
    known.current = opened;
    tab.value = front.kind === 'phone' ? 'phone' : 'look';
    onceDrawn(() => main.current?.querySelector('.panel')?.scrollIntoView());
  }, [opened]);
};
