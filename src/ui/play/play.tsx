/** The desk: lens in the middle, what asks for attention on the left, what can be done on the right, time below. */
import '../play/play.css';
import '../lens/lens.css';
import '../lens/pipeline.css';
import '../panels/panels.css';
import '../radius/radius.css';
import '../drawers/drawers.css';
import 'uplot/dist/uPlot.min.css';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useApp } from '../app/context.ts';
import { POCKET, useMedia } from '../app/useMedia.ts';
import { Drawer } from '../drawers/drawer.tsx';
import { useLaidOpen } from '../drawers/laidOpen.ts';
import { LensCard } from '../lens/lensCard.tsx';
import { PanelStrip } from '../panels/panelStrip.tsx';
import { RadiusCard } from '../radius/radiusCard.tsx';
import { attentionOf, type Attention } from './attention.ts';
import { Axis } from './axis.tsx';
import { Busy } from './busy.tsx';
import { createDesk, DeskProvider } from './desk.ts';
import { Dialogs } from './dialogs.tsx';
import { Latest } from './latest.tsx';
import { Menu } from './menu.tsx';
import { PageCard } from './pageCard.tsx';
import { Pocket } from './pocket.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Strip } from './strip.tsx';
import { TopBar } from './topBar.tsx';

const Wide = ({ attention }: { readonly attention: Attention }): JSX.Element => {
  useLaidOpen();
  return (
    <div class="desk">
      <TopBar />
      <Busy />
      <main id="main" class="desk-grid" tabIndex={-1}>
        <div class="desk-left">
          <PageCard />
          <RadiusCard attention={attention} />
          <Latest />
        </div>
        <div class="desk-centre">
          <Strip />
          <LensCard attention={attention} narrow={false} />
          <PanelStrip />
        </div>
        <div class="desk-right">
          <Menu closing={attention === 'close'} turn />
        </div>
      </main>
      <Drawer />
      <Axis attention={attention} />
    </div>
  );
};

export const Play = (): JSX.Element | null => {
  const { run } = useApp();
  const desk = useMemo(createDesk, []);
  const narrow = useMedia(POCKET);
  useShortcuts(run, desk);
  const view = run.view.value;
  const isThere = view !== null;
  // The button that led here is gone: whoever pressed it by the keyboard goes on from the top of the desk.
  useEffect(() => {
    if (isThere && document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true });
  }, [isThere]);
  if (view === null) return null;
  const attention = attentionOf(view, run.undeclared.value);
  return (
    <DeskProvider value={desk}>
      {narrow ? <Pocket attention={attention} /> : <Wide attention={attention} />}
      <Dialogs />
    </DeskProvider>
  );
};
