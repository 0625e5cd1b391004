/** Which one? Each choice is a finished command. Before a look or a test one may commit to a prediction. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Command, Prediction } from '../../session/commands.ts';
import type { MenuItem } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { Sheet } from '../app/sheet.tsx';
import { price } from '../format.ts';
import { ranked } from '../palette/fuzzy.ts';
import { useView } from './useView.ts';

/** Longer lists get a field to find a choice in. */
const MANY = 12;
const EXPECTATIONS = ['down', 'flat', 'up'] as const;
const UNDO_WORDS = {
  yes: 'can be undone',
  no: 'cannot be undone',
  'not needed': 'changes nothing',
} as const;

export const withPrediction = (command: Command, expect: Prediction['expect'] | null): Command =>
  expect !== null && (command.kind === 'look' || command.kind === 'test')
    ? { ...command, predict: { expect } }
    : command;

export interface ChoiceSheetProps {
  readonly item: MenuItem;
  readonly onClose: () => void;
}

export const ChoiceSheet = ({ item, onClose }: ChoiceSheetProps): JSX.Element => {
  const { run } = useApp();
  const view = useView();
  const expect = useSignal<Prediction['expect'] | null>(null);
  const query = useSignal('');
  const found = ranked(query.value, item.choices, (choice) => `${choice.label} ${choice.detail}`);
  const first = item.choices[0]?.command ?? item.command;
  const predictable = first?.kind === 'look' || first?.kind === 'test';
  return (
    <Sheet title={item.label.replace(/…$/, '')} onClose={onClose}>
      <p class="soft">{item.hint}</p>
      <ul class="choice-facts chips">
        <li class="chip mono">{price(item.cost, item.lag)} min</li>
        <li class="chip">{UNDO_WORDS[item.undo]}</li>
        <li class="chip">
          {item.takesScope ? `reaches ${view.radius.targetLabel}` : 'not narrowed by your radius'}
        </li>
      </ul>
      {predictable && (
        <fieldset class="predict">
          <legend class="label">What do you expect? (optional; the world will answer)</legend>
          <div class="chips">
            {EXPECTATIONS.map((option) => (
              <button
                key={option}
                type="button"
                class="chip"
                aria-pressed={expect.value === option}
                onClick={() => (expect.value = expect.value === option ? null : option)}
              >
                {option}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {item.choices.length > MANY && (
        <input
          class="input"
          type="search"
          aria-label="Find a choice"
          placeholder={`Find among ${item.choices.length}`}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
      )}
      <ul class="choices">
        {found.map((choice) => (
          <li key={choice.label}>
            <button
              type="button"
              class="choice"
              onClick={() => {
                onClose();
                void run.send(withPrediction(choice.command, expect.value));
              }}
            >
              <b>{choice.label}</b>
              <span class="soft">{choice.detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
