/** The way to what is worked out when asked: a button, its progress, and what went wrong. */
import type { JSX } from 'preact';
import type { Asked } from '../app/asked.ts';

export const WorkedOut = ({
  of,
  button,
  working,
}: {
  readonly of: Asked<unknown>;
  readonly button: string;
  readonly working: string;
}): JSX.Element | null => {
  const done = of.progress.value;
  if (of.found.value !== null) return null;
  if (done !== null)
    return (
      <p role="status" class="soft worked">
        {working} … {Math.round(100 * done)} %
        <progress max={1} value={done} />
      </p>
    );
  return (
    <>
      {of.failure.value !== null && (
        <p role="alert">It could not be worked out: {of.failure.value} The board stands.</p>
      )}
      <button type="button" class="button" onClick={() => void of.ask()}>
        {button}
      </button>
    </>
  );
};
