/** Be the user: the slate that was really served, now and before. Small it is a row of tiles, full it is a phone. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { PhonePanel, Tile } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { compact } from '../format.ts';
import { TileArt } from '../tiles/tileArt.tsx';

const SMALL = 8;

const Fact = ({ tile }: { readonly tile: Tile }): JSX.Element => (
  <div class="tile-facts" aria-live="polite">
    <p>
      <b>{tile.topicLabel}</b>, place {tile.position + 1}
    </p>
    <dl class="facts">
      <dt>proposed by</dt>
      <dd>{tile.generator}</dd>
      {tile.scores.map((score) => (
        <div key={score.head} class="fact-pair">
          <dt>{score.head} score</dt>
          <dd class={score.value === null ? 'mono loss-text' : 'mono'}>
            {score.value === null ? 'not a number' : compact(score.value)}
          </dd>
        </div>
      ))}
    </dl>
    <p class="soft">{tile.why}</p>
  </div>
);

const counted = (tiles: readonly Tile[]): string => {
  const counts = new Map<string, number>();
  for (const tile of tiles) counts.set(tile.topicLabel, (counts.get(tile.topicLabel) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([label, count]) => `${label} ${count}`)
    .join(', ');
};

interface SlateProps {
  readonly title: string;
  readonly tiles: readonly Tile[];
  readonly chosen: Tile | null;
  readonly onChoose: (tile: Tile) => void;
}

const Slate = ({ title, tiles, chosen, onChoose }: SlateProps): JSX.Element => (
  <figure class="phone">
    <figcaption>
      <b>{title}</b>
      <span class="mute">{counted(tiles)}</span>
    </figcaption>
    <div class="slate-scroll">
      <ol class="slate">
        {tiles.map((tile) => (
          <li key={`${tile.position}-${tile.idea}`} class={tile.seed % 3 === 0 ? 'tall' : ''}>
            <button
              type="button"
              class="tile"
              aria-pressed={chosen === tile}
              aria-label={`${tile.topicLabel}, place ${tile.position + 1}, from ${tile.generator}`}
              onClick={() => onChoose(tile)}
            >
              <TileArt {...tile} />
            </button>
          </li>
        ))}
      </ol>
    </div>
  </figure>
);

/** The next person of the same group: another look, with its price. */
const Another = ({ panel }: { readonly panel: PhonePanel }): JSX.Element | null => {
  const { run } = useApp();
  const { look } = panel;
  if (look?.view !== 'person') return null;
  return (
    <button
      type="button"
      class="button small"
      onClick={() => void run.send({ kind: 'look', look: { ...look, nth: look.nth + 1 } })}
    >
      Be somebody else
    </button>
  );
};

const Full = ({ panel }: { readonly panel: PhonePanel }): JSX.Element => {
  const chosen = useSignal<Tile | null>(null);
  const choose = (tile: Tile): void => {
    chosen.value = chosen.value === tile ? null : tile;
  };
  return (
    <div class="phones">
      <div class="stack portrait">
        <p>{panel.person}</p>
        {chosen.value === null ? (
          <p class="mute">Tap a tile to see who proposed it, how it scored and why it stayed.</p>
        ) : (
          <Fact tile={chosen.value} />
        )}
        <Another panel={panel} />
      </div>
      <Slate title="Now" tiles={panel.now} chosen={chosen.value} onChoose={choose} />
      <Slate title="Before" tiles={panel.before} chosen={chosen.value} onChoose={choose} />
    </div>
  );
};

export const PhoneBody = ({
  panel,
  full,
}: {
  readonly panel: PhonePanel;
  readonly full: boolean;
}): JSX.Element =>
  full ? (
    <Full panel={panel} />
  ) : (
    <div class="mini-slates" role="img" aria-label={panel.summary}>
      {(['now', 'before'] as const).map((when) => (
        <div key={when}>
          <span class="mute">{when}</span>
          <div class="mini-slate">
            {panel[when].slice(0, SMALL).map((tile) => (
              <TileArt key={tile.position} {...tile} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
