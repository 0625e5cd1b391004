/** All panels at full size, under one variable bar. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelView } from '../../session/view.ts';
import { Sheet } from '../app/sheet.tsx';
import { useView } from '../play/useView.ts';
import { PanelCard } from './panelCard.tsx';
import { VariableBar } from './variableBar.tsx';

/** Columns a table has beside another panel. */
const NARROW = 5;

const isWide = (panel: PanelView): boolean =>
  panel.kind === 'phone' || (panel.kind === 'table' && panel.columns.length > NARROW);

export interface DashboardsProps {
  readonly focus: string | null;
  readonly onClose: () => void;
}

export const Dashboards = ({ focus, onClose }: DashboardsProps): JSX.Element => {
  const view = useView();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus !== null)
      list.current
        ?.querySelector(`[data-panel="${CSS.escape(focus)}"]`)
        ?.scrollIntoView({ block: 'center' });
  }, [focus]);
  return (
    <Sheet title="All panels" onClose={onClose} wide>
      <VariableBar />
      <p class="mute">
        One moment for all plots: point, or use the arrow keys. Drag, or Shift and arrows, chooses a
        range to pin as evidence.
      </p>
      <div class="dashboards" ref={list}>
        {view.panels.map((panel) => (
          <div key={panel.id} data-panel={panel.id} class={isWide(panel) ? 'span' : ''}>
            <PanelCard panel={panel} full />
          </div>
        ))}
      </div>
    </Sheet>
  );
};
