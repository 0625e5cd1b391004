/** The world being built, in words and as a line; never a spinner that says nothing. */
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';

export const WorldProgress = ({ again = false }: { readonly again?: boolean }): JSX.Element => {
  const { run } = useApp();
  const progress = run.progress.value;
  const ready = run.view.value !== null && !again;
  const done = ready ? 1 : (progress?.done ?? 0);
  const label = ready ? 'The world is standing' : (progress?.label ?? 'Waiting for the simulator');
  return (
    <div class="world-progress">
      <div
        class="bar"
        role="progressbar"
        aria-label="Building the simulated world"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(done * 100)}
        aria-valuetext={label}
      >
        <i style={{ inlineSize: `${Math.round(done * 100)}%` }} />
      </div>
      <p class="mute">
        {label}
        {!ready && progress !== null && <span class="mono"> · {Math.round(done * 100)} %</span>}
      </p>
    </div>
  );
};
