/** Which one? Each choice is a finished command. Before a look or a test one may commit to a prediction. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { predictedFigure } from '../../session/predictionWords.ts';
import type { MenuItem } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { Sheet } from '../app/sheet.tsx';
import { priceInFull } from '../format.ts';
import { ranked } from '../palette/fuzzy.ts';
import { useDesk } from './desk.ts';
import { Expect } from './expect.tsx';
import { sendPredicted } from './predict.ts';
import { useView } from './useView.ts';

/** Longer lists get a field to find a choice in. */
const MANY = 12;
const UNDO_WORDS = {
  yes: 'can be undone',
  no: 'cannot be undone',
  'not needed': 'changes nothing',
} as const;

export interface ChoiceSheetProps {
  readonly item: MenuItem;
  readonly onClose: () => void;
}

export const ChoiceSheet = ({ item, onClose }: ChoiceSheetProps): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const view = useView();
  const query = useSignal('');
  const found = ranked(query.value, item.choices, (choice) => `${choice.label} ${choice.detail}`);
  const first = item.choices[0]?.command ?? item.command;
  const figure = first === undefined || first === null ? null : predictedFigure(first);
  const [common] = item.choices;
  const isCommon =
    item.choices.length > 1 && item.choices.every((c) => c.detail === common?.detail);
  return (
    <Sheet title={item.label.replace(/…$/, '')} onClose={onClose}>
      <p class="soft">{item.hint}</p>
      {isCommon && common !== undefined && common.detail !== '' && (
        <p class="soft">Each: {common.detail}</p>
      )}
      <ul class="choice-facts chips">
        <li class="chip mono">{priceInFull(item.cost, item.lag)}</li>
        <li class="chip">{UNDO_WORDS[item.undo]}</li>
        <li class="chip sentence">
          {item.takesScope ? `reaches ${view.radius.targetLabel}` : 'not narrowed by your radius'}
        </li>
      </ul>
      {figure !== null && (
        <Expect legend={`I expect ${figure} (optional; the world will answer)`} />
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
        {found.map((choice, at) => (
          <li key={choice.label}>
            <button
              type="button"
              class="choice"
              onClick={() => {
                onClose();
                void sendPredicted(run, desk, choice.command);
              }}
            >
              <b>{choice.label}</b>
              {/* What several in a row have in common is said with the first, what all have above. */}
              {!isCommon && choice.detail !== found[at - 1]?.detail && (
                <span class="soft">{choice.detail}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
