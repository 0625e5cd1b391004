/** While time passes: a thin line under the bar, and for a time-lapse the days as they go by. */
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';

export const Busy = (): JSX.Element | null => {
  const { run } = useApp();
  const busy = run.busy.value;
  const progress = run.progress.value;
  if (busy === null) return null;
  const lapse = busy.kind === 'next-day' || progress !== null;
  return (
    <div
      class={lapse ? 'busy lapse' : 'busy'}
      role="progressbar"
      aria-label={progress?.label ?? 'Time passes'}
    >
      <i
        style={
          progress === null ? undefined : { inlineSize: `${Math.round(progress.done * 100)}%` }
        }
      />
      {lapse && progress !== null && <span class="mono">{progress.label}</span>}
    </div>
  );
};
