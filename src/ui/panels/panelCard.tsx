/** A panel in its frame: title, figure, pin, and its content. */
import type { JSX } from 'preact';
import type { PanelView } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { Answer } from './answer.tsx';
import { PanelBody, panelFigure, panelMoved } from './panelBody.tsx';

export interface PanelCardProps {
  readonly panel: PanelView;
  readonly full: boolean;
  readonly onOpen?: () => void;
}

export const PinButton = ({ panel }: { readonly panel: PanelView }): JSX.Element => {
  const { run } = useApp();
  return (
    <button
      type="button"
      class="key pin"
      aria-pressed={panel.pinned}
      aria-label={panel.pinned ? `Unpin ${panel.title}` : `Pin ${panel.title} as evidence`}
      title={panel.pinned ? 'Pinned as evidence' : 'Pin as evidence'}
      onClick={() => void run.send({ kind: 'pin', reading: panel.reading, pinned: !panel.pinned })}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path
          d="M4 1h4l-.6 3.4L9.6 7H2.4l2.2-2.6zM6 7v4"
          fill={panel.pinned ? 'currentColor' : 'none'}
          stroke="currentColor"
          stroke-linejoin="round"
        />
      </svg>
    </button>
  );
};

export const PanelCard = ({ panel, full, onOpen }: PanelCardProps): JSX.Element => {
  const figure = panelFigure(panel, full);
  return (
    <section
      class={full ? `card panel full kind-${panel.kind}` : `card panel kind-${panel.kind}`}
      aria-label={panel.title}
    >
      <header class="panel-head">
        <h3>
          {onOpen === undefined ? (
            panel.title
          ) : (
            <button
              type="button"
              class="panel-title"
              onClick={onOpen}
              title="Open among the dashboards"
            >
              {panel.title}
            </button>
          )}
        </h3>
        {figure !== null && <em class={`mono ${panelMoved(panel)}`}>{figure}</em>}
        <PinButton panel={panel} />
      </header>
      {full && <p class="panel-summary soft">{panel.summary}</p>}
      <Answer answer={panel.answer} short={!full} />
      <PanelBody panel={panel} full={full} />
      {full && (
        <p class="mute panel-foot">
          {panel.help} Opened {panel.openedAt}.
        </p>
      )}
    </section>
  );
};
