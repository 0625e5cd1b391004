/** The bottom of the desk: what was done, what is under way, what is due, and the drawers. */
import type { JSX } from 'preact';
import type { AxisView } from '../../session/view.ts';
import { tickLabel } from '../format.ts';
import { DrawerTabs } from '../drawers/drawerTabs.tsx';
import type { Attention } from './attention.ts';
import { Coach } from './coach.tsx';
import { EDGE, nowPlace, placeAxis, placeOf } from './axisLayout.ts';
import { useDesk } from './desk.ts';
import { useView } from './useView.ts';

/** What is said of one beside its label. */
const fateOf = ({ averted }: AxisView['items'][number]): string =>
  averted === true ? ', averted' : '';

export const Axis = ({ attention }: { readonly attention: Attention }): JSX.Element => {
  const view = useView();
  const placed = placeAxis(view.axis, view.pending, view.now.tick);
  const now = nowPlace(view.axis.items.filter((item) => !item.future).length);
  const cursor = useDesk().marks.cursor.value;
  const at = cursor === null ? 0 : placeOf(placed, view.now.tick, now, cursor.tick);
  return (
    <footer class="axis" aria-label="Time axis and drawers">
      <div class="axis-line" style={{ '--now': `${now}%` }}>
        <i class="axis-past" />
        <ol>
          {placed.map(({ key, item, left, labelled }) => (
            <li
              key={key}
              class={`mark mark-${item.kind}${item.future ? ' future' : ''}${left > EDGE ? ' edge' : ''}${item.averted === true ? ' averted' : ''}${item.attention && attention === 'deadline' ? ' asks' : ''}`}
              style={{ insetInlineStart: `${left}%` }}
              title={`${tickLabel(item.tick)}: ${item.label}${fateOf(item)}`}
            >
              <span class={labelled ? 'mark-label' : 'unseen'}>
                {item.label}
                <span class="unseen">
                  {fateOf(item)} {tickLabel(item.tick)}
                </span>
              </span>
              <i aria-hidden="true" />
            </li>
          ))}
        </ol>
        {cursor !== null && (
          <span
            class={at > 90 ? 'axis-cursor mono edge' : 'axis-cursor mono'}
            style={{ insetInlineStart: `${at}%` }}
            aria-hidden="true"
          >
            <b>{tickLabel(cursor.tick)}</b>
          </span>
        )}
      </div>
      <div class="axis-foot">
        <DrawerTabs />
        <Coach attention={attention} />
      </div>
    </footer>
  );
};
