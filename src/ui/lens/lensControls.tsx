/** What the lens shows: a number, a surface, one or two dimensions. A cut not yet opened says its price. */
import type { JSX } from 'preact';
import type { LensView } from '../../session/view.ts';
import type { MetricId } from '../../sim/metrics.ts';
import { useApp } from '../app/context.ts';
import { Mark } from '../app/mark.tsx';
import { SHORT_DIMENSION } from '../../session/segmentWords.ts';
import { wholeMinutes } from '../format.ts';
import { cutBy, cutPrice, toggled } from './cut.ts';

const SURFACES: readonly (readonly [LensView['surface'], string])[] = [
  ['all', 'all surfaces'],
  ['home', 'Home'],
  ['related', 'Related'],
];

/**
 * In a closed list a letter or an arrow chooses the next entry, and here a choice takes a minute of the case: letters rest,
 * and arrows open the list, in which Enter chooses.
 */
const openFirst = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isArrow = event.key.startsWith('Arrow');
  if (!isArrow && (event.key.length > 1 || event.key === ' ')) return;
  event.preventDefault();
  const list = event.currentTarget;
  if (isArrow && list instanceof HTMLSelectElement && 'showPicker' in list) list.showPicker();
};

/** Which number, on which surface: part of the question, hence beside it. */
export const LensNumber = ({ lens }: { readonly lens: LensView }): JSX.Element => {
  const { run } = useApp();
  return (
    <span class="lens-number">
      <select
        class="chip on"
        aria-label="Number"
        value={lens.metric}
        onKeyDown={openFirst}
        onChange={(event) =>
          void run.send({
            kind: 'look',
            look: {
              view: 'lens',
              metric: event.currentTarget.value as MetricId,
              by: lens.by,
              surface: lens.surface,
            },
          })
        }
      >
        {!lens.metrics.some((metric) => metric.id === lens.metric) && (
          <option value={lens.metric}>the page’s number</option>
        )}
        {lens.metrics.map((metric) => (
          <option key={metric.id} value={metric.id}>
            {metric.label}
          </option>
        ))}
      </select>
      <select
        class="chip"
        aria-label="Surface"
        value={lens.surface}
        onKeyDown={openFirst}
        onChange={(event) =>
          void run.send({
            kind: 'look',
            look: {
              view: 'lens',
              metric: lens.metric,
              by: lens.by,
              surface: event.currentTarget.value as LensView['surface'],
            },
          })
        }
      >
        {SURFACES.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
};

export interface LensControlsProps {
  readonly lens: LensView;
  /** One dimension at a time: the narrow page shows a list. */
  readonly single: boolean;
  readonly attention: boolean;
}

/** Along the columns, then down the rows. */
const ARROWS = ['right', 'below'] as const;

export const LensControls = ({ lens, single, attention }: LensControlsProps): JSX.Element => {
  const { run } = useApp();
  return (
    <div
      class={attention ? 'lens-controls asks' : 'lens-controls'}
      role="group"
      aria-label="What the lens shows"
    >
      {lens.dimensions.map(({ id, label }) => {
        const place = lens.axes.indexOf(id);
        const on = place >= 0;
        const next = single ? (on ? [] : [id]) : toggled(lens.by, id);
        const price = cutPrice(lens, next);
        // What a pressed one costs is the price of the cut without it, not of what is shown.
        const words = on
          ? `without ${label}: ${wholeMinutes(price)}`
          : `${label}, ${wholeMinutes(price)}`;
        return (
          <button
            key={id}
            type="button"
            class="chip"
            aria-pressed={on}
            aria-label={price === 0 || on ? label : words}
            title={price === 0 ? label : words}
            onClick={() => void run.send(cutBy(lens, next))}
          >
            {SHORT_DIMENSION[id]}
            {on && !single && <Mark shape={ARROWS[place] ?? 'below'} />}
            {price > 0 && !on && <span class="price">{price}</span>}
          </button>
        );
      })}
    </div>
  );
};
