/** The simulator stopped. Nothing is lost: the recording is here, and play can go on from the last good move. */
import type { JSX } from 'preact';
import { encodeRecording } from '../../storage/recording.ts';
import { Brand } from '../app/brand.tsx';
import { useApp } from '../app/context.ts';
import { download, fileName } from '../app/files.ts';

export const Stopped = (): JSX.Element => {
  const app = useApp();
  const { run } = app;
  const failure = run.failure.value;
  const kept = run.recording();
  const text = failure?.recording ?? (kept === null ? null : encodeRecording(kept));
  const moves = run.commands.value.length;
  return (
    <div class="opening">
      <header class="top">
        <Brand onClick={() => app.go({ type: 'LEAVE' })} />
      </header>
      <main id="main" class="opening-main" tabIndex={-1}>
        <h1>The simulator stopped</h1>
        <p class="soft">
          This is a defect of the game, not of your play. Your {moves} moves are saved; the
          recording lets somebody see the same thing happen.
        </p>
        <p class="card mono">{failure?.message ?? app.message.value}</p>
        <div class="row wrap">
          <button type="button" class="button next" onClick={() => void app.retry(moves)}>
            Go on from the last good move
          </button>
          {moves > 0 && (
            <button type="button" class="button" onClick={() => void app.retry(moves - 1)}>
              One move earlier
            </button>
          )}
          {text !== null && (
            <button
              type="button"
              class="button"
              onClick={() =>
                download(fileName(run.source.value?.callSign ?? 'run', 'run.json'), text)
              }
            >
              Download the recording
            </button>
          )}
        </div>
      </main>
    </div>
  );
};
