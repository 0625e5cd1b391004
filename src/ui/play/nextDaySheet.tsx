/** The end of a working day: what is being waited for, and for how long. Then the days go by in fast motion. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { WaitTrigger } from '../../session/commands.ts';
import { useApp } from '../app/context.ts';
import { Sheet } from '../app/sheet.tsx';
import { TriggerFields } from './trigger.tsx';
import { useView } from './useView.ts';

const SPANS = [1, 2, 3, 5, 7] as const;

export const NextDaySheet = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { run } = useApp();
  const view = useView();
  const days = useSignal<number>(1);
  const trigger = useSignal<WaitTrigger | null>(null);
  const go = (): void => {
    onClose();
    void run.send({
      kind: 'next-day',
      days: days.value,
      ...(trigger.value === null ? {} : { trigger: trigger.value }),
    });
  };
  return (
    <Sheet
      title="End the day"
      onClose={onClose}
      foot={
        <button type="button" class="button next" onClick={go}>
          {days.value === 1 ? 'Go on to tomorrow' : `Let ${days.value} days pass`}
        </button>
      }
    >
      <p class="soft">
        At the stand-up you say what is in force and what you will watch.
        {view.now.looksLeft !== null &&
          view.now.looksLeft > 0 &&
          ` You still have ${view.now.looksLeft} ${view.now.looksLeft === 1 ? 'look' : 'looks'} today.`}
      </p>
      <p>
        In force:{' '}
        <b>
          {view.applied
            .filter((entry) => entry.state !== 'undone')
            .map((entry) => entry.label)
            .join(', ') || 'nothing'}
        </b>
      </p>
      <div class="chips" role="group" aria-label="How many days">
        {SPANS.map((option) => (
          <button
            key={option}
            type="button"
            class="chip"
            aria-pressed={days.value === option}
            onClick={() => (days.value = option)}
          >
            {option === 1 ? 'one day' : `${option} days`}
          </button>
        ))}
      </div>
      <TriggerFields trigger={trigger} />
    </Sheet>
  );
};
