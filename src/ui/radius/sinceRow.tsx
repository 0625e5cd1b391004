/** Since when, and how bad: the two plain answers of a radius. */
import type { JSX } from 'preact';
import type { RadiusClaim } from '../../session/commands.ts';
import { useApp } from '../app/context.ts';
import { momentLabel } from '../../session/dayWords.ts';
import { useView } from '../play/useView.ts';

const SEVERITIES = ['none', 'low', 'high', 'critical'] as const;
/** Onsets on offer: hours before the page, then what was seen to change. */
const HOURS_BEFORE = [0.5, 1, 2, 4, 8, 12, 24, 48, 96, 168] as const;

export const onsets = (pageTick: number, changeTicks: readonly number[]): readonly number[] => {
  const rounded = HOURS_BEFORE.map((hours) => Math.round((pageTick - hours * 60) / 30) * 30);
  return [...new Set([...rounded, ...changeTicks])]
    .filter((tick) => tick >= 0 && tick <= pageTick)
    .toSorted((a, b) => b - a);
};

export const SinceRow = (): JSX.Element => {
  const { run } = useApp();
  const view = useView();
  const draft = run.draft.value;
  const pageTick = view.now.tick - view.now.minutesSincePage;
  const changes = view.changes.items;
  const ticks = onsets(
    pageTick,
    changes.map((change) => change.tick),
  );
  const named = (tick: number): string => {
    const then = changes.filter((change) => change.tick === tick).map((change) => change.text);
    return [momentLabel(tick, view.now.tick), ...then].join(' · ');
  };
  return (
    <>
      <dt>
        <label for="radius-since">Since</label>
      </dt>
      <dd>
        <select
          id="radius-since"
          class="chip mono"
          value={draft.sinceTick === null ? '' : String(draft.sinceTick)}
          onChange={(event) =>
            run.edit({
              edit: 'since',
              tick: event.currentTarget.value === '' ? null : Number(event.currentTarget.value),
            })
          }
        >
          <option value="">not said yet</option>
          {draft.sinceTick !== null && !ticks.includes(draft.sinceTick) && (
            <option value={String(draft.sinceTick)}>{named(draft.sinceTick)}</option>
          )}
          {ticks.map((tick) => (
            <option key={tick} value={String(tick)}>
              {named(tick)}
            </option>
          ))}
        </select>
      </dd>
      <dt>
        <label for="radius-severity">Severity</label>
      </dt>
      <dd>
        <select
          id="radius-severity"
          class="chip"
          value={draft.severity ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            run.edit({
              edit: 'severity',
              severity: chosen === '' ? null : (chosen as RadiusClaim['severity']),
            });
          }}
        >
          <option value="">not said yet</option>
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {severity}
            </option>
          ))}
        </select>
      </dd>
    </>
  );
};
