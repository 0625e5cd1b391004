/** A written trigger: wait, but not past this. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { WaitTrigger } from '../../session/commands.ts';
import type { MetricId } from '../../sim/metrics.ts';
import { useView } from './useView.ts';

/** Per cent against its own past: what one would want to be woken by. */
const WORSE = -10;

export const TriggerFields = ({
  trigger,
}: {
  readonly trigger: Signal<WaitTrigger | null>;
}): JSX.Element => {
  const view = useView();
  const current = trigger.value;
  // A bound is a deviation, as the lens shows them.
  const fresh: WaitTrigger = {
    metric: view.lens.metric,
    scope: view.radius.target,
    op: 'below',
    percentOfBaseline: WORSE,
  };
  const change = (next: Partial<WaitTrigger>): void => {
    trigger.value = { ...(current ?? fresh), ...next };
  };
  return (
    <fieldset class="trigger">
      <legend class="label">Stop early</legend>
      <label class="row">
        <input
          type="checkbox"
          checked={current !== null}
          onChange={() => (trigger.value = current === null ? fresh : null)}
        />
        if a number crosses a bound that I write down now
      </label>
      {current !== null && (
        <div class="trigger-words">
          <select
            class="input"
            aria-label="Number"
            value={current.metric}
            onChange={(event) => change({ metric: event.currentTarget.value as MetricId })}
          >
            {view.lens.metrics.map((metric) => (
              <option key={metric.id} value={metric.id}>
                {metric.label}
              </option>
            ))}
          </select>
          <select
            class="input"
            aria-label="Direction"
            value={current.op}
            onChange={(event) => change({ op: event.currentTarget.value as WaitTrigger['op'] })}
          >
            <option value="below">falls below</option>
            <option value="above">rises above</option>
          </select>
          <label class="row">
            <input
              class="input"
              type="number"
              min={-99}
              max={900}
              aria-label="Per cent against its own past"
              value={current.percentOfBaseline}
              onInput={(event) => {
                const value = event.currentTarget.valueAsNumber;
                if (Number.isFinite(value)) change({ percentOfBaseline: value });
              }}
            />
            <span class="soft">% against its own past, for {view.radius.targetLabel}</span>
          </label>
        </div>
      )}
    </fieldset>
  );
};
