/** Waiting is a move: how long, and what would end it early. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { WaitTrigger } from '../../session/commands.ts';
import { useApp } from '../app/context.ts';
import { Sheet } from '../app/sheet.tsx';
import { minutes } from '../format.ts';
import { TriggerFields } from './trigger.tsx';
import { useView } from './useView.ts';

const SPANS = [5, 15, 30, 60, 120, 360] as const;

export const WaitSheet = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { run, notice } = useApp();
  const view = useView();
  // What is done as soon as time moves need not be waited for.
  const ahead = view.pending.filter((job) => job.minutesLeft > 1);
  const span = useSignal<number>(15);
  const trigger = useSignal<WaitTrigger | null>(null);
  const go = async (): Promise<void> => {
    const bound = trigger.value;
    const minutesAsked = span.value;
    const from = view.now.tick;
    onClose();
    const wait = { kind: 'wait', minutes: minutesAsked } as const;
    const isDone = await run.send(bound === null ? wait : { ...wait, trigger: bound });
    const after = run.view.value;
    // Why it was shorter than asked for is to be seen, not only heard.
    if (isDone && bound !== null && after !== null && after.now.tick < from + minutesAsked)
      notice.value = after.said;
  };
  return (
    <Sheet
      title="Wait"
      onClose={onClose}
      foot={
        <button type="button" class="button next" onClick={() => void go()}>
          Wait {minutes(span.value)}
        </button>
      }
    >
      <p class="soft">
        Time moves only when you act or wait. What is under way goes on, and people go on saving.
      </p>
      <div class="chips" role="group" aria-label="How long">
        {SPANS.map((option) => (
          <button
            key={option}
            type="button"
            class="chip"
            aria-pressed={span.value === option}
            onClick={() => (span.value = option)}
          >
            {minutes(option)}
          </button>
        ))}
        {ahead.map((job) => (
          <button
            key={job.id}
            type="button"
            class="chip sentence"
            aria-pressed={span.value === job.minutesLeft}
            onClick={() => (span.value = job.minutesLeft)}
          >
            until done: {job.label}, {minutes(job.minutesLeft)}
          </button>
        ))}
      </div>
      <TriggerFields trigger={trigger} />
    </Sheet>
  );
};
