/** The free health strip: a line of numbers that never costs a minute. */
import type { JSX } from 'preact';
import type { StripTile } from '../../session/view.ts';
import { Mark } from '../app/mark.tsx';
import { deviation } from '../format.ts';
import { pointAt } from '../cursor/time.ts';
import { useDesk } from './desk.ts';
import { useView } from './useView.ts';

const WIDTH = 110;
const HEIGHT = 12;

/** A line from 24 points; flat ones are drawn in the middle. */
export const sparkPath = (values: readonly number[]): string => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low;
  return values
    .map((value, index) => {
      const x = (index / Math.max(1, values.length - 1)) * WIDTH;
      const y = span === 0 ? HEIGHT / 2 : 2 + (1 - (value - low) / span) * (HEIGHT - 4);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
};

const WORDS: Readonly<Record<StripTile['state'], string>> = {
  fine: 'fine',
  watch: 'to watch',
  bad: 'bad',
};

const Item = ({ tile }: { readonly tile: StripTile }): JSX.Element => {
  const cursor = useDesk().marks.cursor.value;
  // What it read then stands in for what it reads now, while somebody asks.
  const at = cursor === null ? null : pointAt(tile.sparkTicks, cursor.tick);
  const x = at === null ? null : (at / Math.max(1, tile.spark.length - 1)) * WIDTH;
  return (
    <li
      class={`strip-tile ${tile.state}`}
      title={tile.error === null ? undefined : `standard error ${tile.error.toFixed(1)} %`}
    >
      <span class="strip-label">{tile.label}</span>
      <span class="strip-value">
        <b class={at === null ? '' : 'then'}>{at === null ? tile.value : tile.sparkValues[at]}</b>
        {at === null && tile.deviation !== null && (
          <span class="mono">
            {tile.state !== 'fine' && <Mark shape="square" hollow={tile.state === 'watch'} />}
            {deviation(tile.deviation)}
          </span>
        )}
        <span class="unseen">{WORDS[tile.state]}</span>
      </span>
      <svg
        class="spark"
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={sparkPath(tile.spark)} />
        {x !== null && <line class="spark-at" x1={x} x2={x} y1="0" y2={HEIGHT} />}
      </svg>
    </li>
  );
};

export const Strip = (): JSX.Element => (
  <section aria-label="Health strip, always free">
    <ul class="card strip">
      {useView().strip.map((tile) => (
        <Item key={tile.id} tile={tile} />
      ))}
    </ul>
  </section>
);
