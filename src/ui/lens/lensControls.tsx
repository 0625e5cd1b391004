/** Which number the lens shows, and along which one or two dimensions. A cut not yet opened says its price. */
import type { JSX } from 'preact';
import type { LensView } from '../../session/view.ts';
import type { MetricId } from '../../sim/metrics.ts';
import type { Dimension } from '../../sim/segments.ts';
import { useApp } from '../app/context.ts';

/** The first dimension makes the columns, the second the rows; a third takes the place of the second. */
export const toggled = (by: readonly Dimension[], dimension: Dimension): readonly Dimension[] => {
  if (by.includes(dimension)) return by.filter((kept) => kept !== dimension);
  return by.length < 2 ? [...by, dimension] : [...by.slice(0, 1), dimension];
};

export interface LensControlsProps {
  readonly lens: LensView;
  /** One dimension at a time: the narrow page shows a list. */
  readonly single: boolean;
  readonly attention: boolean;
}

const ARROWS = ['→', '↓'] as const;

export const LensControls = ({ lens, single, attention }: LensControlsProps): JSX.Element => {
  const { run } = useApp();
  const busy = run.busy.value !== null;
  const look = (metric: MetricId, by: readonly Dimension[]): void => {
    void run.send({ kind: 'look', look: { view: 'lens', metric, by, surface: lens.surface } });
  };
  return (
    <div class={attention ? 'lens-controls asks' : 'lens-controls'} role="group" aria-label="What the lens shows">
      <label>
        <span class="unseen">Number</span>
        <select
          class="chip on"
          value={lens.metric}
          disabled={busy}
          onChange={(event) => look(event.currentTarget.value as MetricId, lens.by)}
        >
          {lens.metrics.map((metric) => (
            <option key={metric.id} value={metric.id}>
              {metric.label}
            </option>
          ))}
        </select>
      </label>
      {lens.dimensions.map(({ id, label, opened }) => {
        const place = lens.by.indexOf(id);
        return (
          <button
            key={id}
            type="button"
            class="chip"
            aria-pressed={place >= 0}
            aria-label={`${label}${opened ? '' : `, ${lens.price} minutes`}`}
            disabled={busy}
            onClick={() => look(lens.metric, single ? (place >= 0 ? [] : [id]) : toggled(lens.by, id))}
          >
            {label}
            {place >= 0 && !single && <span aria-hidden="true">{ARROWS[place]}</span>}
            {!opened && <span class="price">{lens.price}</span>}
          </button>
        );
      })}
    </div>
  );
};
