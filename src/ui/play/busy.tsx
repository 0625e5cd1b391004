/** While time passes: a thin line under the bar, for a time-lapse the days as they go by, and what is to come next. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { isBoardCommand } from '../../session/boardWords.ts';
import { commandWords } from '../../session/words.ts';
import { useApp } from '../app/context.ts';

/** The move that waits for the one under way, and the way to take it back. */
const Next = (): JSX.Element | null => {
  const { run, spoken } = useApp();
  const next = run.next.value;
  useEffect(() => {
    spoken.value = next === null ? null : `Next: ${commandWords(next)}. Escape takes it back.`;
  }, [next]);
  if (next === null) return null;
  return (
    <p class="next-move">
      <span class="mute">next:</span> <b>{commandWords(next)}</b>
      <button
        type="button"
        class="cross"
        aria-label="Cancel the next move"
        onClick={() => run.cancelNext()}
      >
        <kbd class="key">Esc</kbd>
      </button>
    </p>
  );
};

export const Busy = (): JSX.Element | null => {
  const { run } = useApp();
  const busy = run.busy.value;
  const progress = run.progress.value;
  if (busy === null) return null;
  const lapse = busy.kind === 'next-day' || progress !== null;
  return (
    <>
      <div
        class={lapse ? 'busy lapse' : 'busy'}
        role="progressbar"
        aria-label={
          progress?.label ?? (isBoardCommand(busy) ? 'It is written down' : 'Time passes')
        }
      >
        <i
          style={
            progress === null ? undefined : { inlineSize: `${Math.round(progress.done * 100)}%` }
          }
        />
        {lapse && progress !== null && <span class="mono">{progress.label}</span>}
      </div>
      <Next />
    </>
  );
};
