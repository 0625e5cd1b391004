/** Runs kept in this browser: resume, export, forget. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { encodeRecording } from '../../storage/recording.ts';
import type { SavedRun } from '../../storage/saves.ts';
import { useApp } from '../app/context.ts';
import { download, fileName } from '../app/files.ts';
import { savedRun } from './cards.ts';

export interface SavedRunsProps {
  readonly runs: readonly SavedRun[];
  readonly onChange: () => Promise<void>;
}

const SHOWN = 6;
/** As the rest of the page writes: `28 Nov 2026`. */
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const Line = ({
  saved,
  onChange,
}: {
  readonly saved: SavedRun;
  readonly onChange: () => Promise<void>;
}): JSX.Element => {
  const app = useApp();
  const sure = useSignal(false);
  const forget = async (): Promise<void> => {
    if (!sure.value) {
      sure.value = true;
      return;
    }
    await (await app.saves).remove(saved.id);
    await onChange();
  };
  const moves = `${saved.commands.length} ${saved.commands.length === 1 ? 'move' : 'moves'}`;
  return (
    <li class="saved">
      <div>
        <b>{saved.callSign}</b>
        <p class="mute">
          {saved.opened && 'from a link or a file, '}
          {saved.closed ? 'closed' : 'left'} at {saved.atLabel}, {moves} ·{' '}
          {DATE.format(saved.updatedAt)}
        </p>
      </div>
      <div class="row">
        <button type="button" class="button small" onClick={() => void app.play(savedRun(saved))}>
          {saved.closed ? 'See the debrief' : 'Resume'}
        </button>
        <button
          type="button"
          class="button small bare"
          onClick={() => download(fileName(saved.callSign, 'run.json'), encodeRecording(saved))}
        >
          Export
        </button>
        <button type="button" class="button small bare" onClick={() => void forget()}>
          {sure.value ? 'Really forget' : 'Forget'}
        </button>
      </div>
    </li>
  );
};

export const SavedRuns = ({ runs, onChange }: SavedRunsProps): JSX.Element | null => {
  const all = useSignal(false);
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="saved-title">
      <h2 id="saved-title" class="label">
        Your runs
      </h2>
      <ul class="saved-list card">
        {(all.value ? runs : runs.slice(0, SHOWN)).map((run) => (
          <Line key={run.id} saved={run} onChange={onChange} />
        ))}
      </ul>
      {runs.length > SHOWN && !all.value && (
        <button type="button" class="button small bare" onClick={() => (all.value = true)}>
          All {runs.length}
        </button>
      )}
    </section>
  );
};
