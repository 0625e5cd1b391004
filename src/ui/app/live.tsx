/** Announces what just happened. One polite region for the whole page, so that messages do not talk over each other. */
import type { JSX } from 'preact';
import { useApp } from './context.ts';

export const Live = (): JSX.Element => {
  const { run, notice, spoken } = useApp();
  return (
    <>
      <p class="unseen" role="status" aria-live="polite">
        {notice.value ?? spoken.value ?? run.view.value?.said ?? ''}
      </p>
      {run.refusal.value !== null && (
        <div class="toast" role="alert">
          <p>{run.refusal.value}</p>
          <button type="button" class="button small" onClick={() => (run.refusal.value = null)}>
            Understood
          </button>
        </div>
      )}
      {notice.value !== null && (
        <div class="toast calm">
          <p>{notice.value}</p>
          <button type="button" class="button small" onClick={() => (notice.value = null)}>
            Close
          </button>
        </div>
      )}
    </>
  );
};
