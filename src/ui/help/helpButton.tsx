/** The question mark: how to play and every key. Loaded when asked for. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Lazy } from '../app/lazy.tsx';
import { typing } from '../app/typing.ts';

const loadHelp = async () => (await import('./help.tsx')).Help;

export const HelpButton = (): JSX.Element => {
  const open = useSignal(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === '?' && !event.ctrlKey && !event.metaKey && !typing(event.target))
        open.value = true;
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        class="key"
        aria-label="Help and keys"
        data-shortcut="?"
        onClick={() => (open.value = true)}
      >
        ?
      </button>
      {open.value && (
        <Lazy
          load={loadHelp}
          props={{ onClose: () => (open.value = false) }}
          waiting={<span class="unseen">Loading help</span>}
        />
      )}
    </>
  );
};
