/** Labelled bars beside what they were before. Plain DOM: the numbers are text, the bars only repeat them. */
import type { JSX } from 'preact';
import type { BarsPanel } from '../../session/view.ts';
import { Mark } from '../app/mark.tsx';
import { compact } from '../format.ts';
import { tellingBars } from './telling.ts';

const SMALL = 4;

/** Each group has a unit of its own, hence a scale of its own. */
const width = ({ bars }: BarsPanel['groups'][number], value: number): string => {
  const top = Math.max(1e-9, ...bars.map((bar) => Math.max(bar.now, bar.before ?? 0)));
  return `${Math.max(0, (value / top) * 100)}%`;
};

export const BarsBody = ({
  panel,
  full,
}: {
  readonly panel: BarsPanel;
  readonly full: boolean;
}): JSX.Element => {
  // Small, there is room for one group: the one that has something to say.
  const telling =
    panel.groups.find((group) => group.bars.some((bar) => bar.flag)) ?? panel.groups[0];
  const groups = full ? panel.groups : telling === undefined ? [] : [telling];
  return (
    <div class="bars">
      {groups.map((group) => (
        <div key={group.label} role="group" aria-label={group.label}>
          {full && <p class="label">{group.label}</p>}
          <ul>
            {(full ? group.bars : tellingBars(group.bars, SMALL)).map((bar) => (
              <li key={bar.label} class={bar.flag ? 'flag' : ''}>
                <span class="bar-label">
                  {bar.flag && <Mark shape="square" label="outside its band" />}
                  {bar.label}
                </span>
                <span class="bar-track" aria-hidden="true">
                  {bar.before !== null && (
                    <i class="before" style={{ inlineSize: width(group, bar.before) }} />
                  )}
                  <i class="now" style={{ inlineSize: width(group, bar.now) }} />
                </span>
                <span class="mono bar-value">
                  {compact(bar.now)}
                  {full && bar.error !== null && <span class="mute"> ± {compact(bar.error)}</span>}
                  {bar.before !== null && <span class="mute"> was {compact(bar.before)}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {full && (
        <p class="mute">
          {panel.unit === '' ? 'The' : `${panel.unit}; the`} upright mark is what it was before.
        </p>
      )}
    </div>
  );
};
