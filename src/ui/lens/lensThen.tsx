/**
 * What the lens' number read at the shared moment, for everyone. The dots stay as they are now: the crowd of an earlier
 * hour would be a look of its own.
 */
import type { JSX } from 'preact';
import { pointAt } from '../cursor/time.ts';
import { tickLabel } from '../format.ts';
import { useDesk } from '../play/desk.ts';
import { useView } from '../play/useView.ts';

export const LensThen = (): JSX.Element | null => {
  const { lens, strip } = useView();
  const cursor = useDesk().marks.cursor.value;
  if (cursor === null) return null;
  const tile = strip.find(({ id }) => id === lens.metric);
  const at = tile === undefined ? null : pointAt(tile.sparkTicks, cursor.tick);
  const then = at === null ? undefined : tile?.sparkValues[at];
  return (
    <p class="lens-then" aria-hidden="true">
      <span class="mono">{tickLabel(cursor.tick)}</span>
      {then !== undefined && (
        <>
          {' '}
          <b class="mono">{then}</b> <span class="soft">for everyone;</span>
        </>
      )}{' '}
      <span class="mute">the dots are of now</span>
    </p>
  );
};
