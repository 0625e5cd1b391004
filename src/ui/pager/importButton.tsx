/** Opens a recording from a file. It is checked here for shape and replayed by the worker; no score in it is believed. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { decodeRecording, RECORDING_LIMIT } from '../../storage/recording.ts';
import { useApp } from '../app/context.ts';
import { openRecording } from '../app/openRecording.ts';

export const ImportButton = ({ onDone }: { readonly onDone: () => Promise<void> }): JSX.Element => {
  const app = useApp();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const decoded =
      file.size > RECORDING_LIMIT * 2
        ? ({
            ok: false,
            message: 'This file is larger than any run can be. It was not opened.',
          } as const)
        : decodeRecording(await file.text());
    if (!decoded.ok) {
      app.notice.value = decoded.message;
      return;
    }
    await openRecording(app, decoded.value);
    await onDone();
  };
  return (
    <>
      <input
        ref={input}
        class="unseen"
        type="file"
        accept="application/json,.json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <button type="button" class="button small bare" onClick={() => input.current?.click()}>
        Open a run
      </button>
    </>
  );
};
