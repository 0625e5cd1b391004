/** Which number, cut by what. A metric is read on the radius; a gauge knows its own cuts. Opening is a look and costs. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Look } from '../../session/commands.ts';
import type { View } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { useDesk } from '../play/desk.ts';
import { Expect } from '../play/expect.tsx';
import { sendPredicted } from '../play/predict.ts';
import { useView } from '../play/useView.ts';
import { chosenOf, plottables } from './plottables.ts';

const priceOf = (view: View, of: Look['view']): number | null =>
  view.menu
    .flatMap((group) => group.items)
    .find((item) =>
      item.choices.some(({ command }) => command.kind === 'look' && command.look.view === of),
    )?.cost ?? null;

export const VariableBar = (): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const view = useView();
  const groups = plottables(view);
  const chosen = useSignal<string>(view.lens.metric);
  const by = useSignal('');
  const and = useSignal('');
  const entry = chosenOf(groups, chosen.value);
  if (entry === undefined) return <></>;
  const plottable = entry.of;
  // A cut that another number had does not stay behind.
  const kept = plottable.cuts.find((c) => c.id === by.value);
  const cut = (kept ?? (plottable.mustCut ? plottable.cuts[0] : undefined))?.id ?? '';
  const others = plottable.second.filter((c) => c.id !== cut);
  const other = others.some((c) => c.id === and.value) ? and.value : '';
  const look = plottable.look([cut, other].filter((id) => id !== ''));
  const price = priceOf(view, look.view);
  return (
    <form
      class="variable-bar"
      onSubmit={(event) => {
        event.preventDefault();
        void sendPredicted(run, desk, { kind: 'look', look });
      }}
    >
      <label class="field">
        <span>Number</span>
        <select
          class="input"
          value={entry.id}
          onChange={(event) => (chosen.value = event.currentTarget.value)}
        >
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.entries.map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {entry.of.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Cut by</span>
        <select
          class="input"
          value={cut}
          aria-describedby={plottable.why === '' ? undefined : 'cut-why'}
          disabled={plottable.cuts.length === 0}
          onChange={(event) => (by.value = event.currentTarget.value)}
        >
          {!plottable.mustCut && <option value="">nothing</option>}
          {plottable.cuts.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.label}
            </option>
          ))}
        </select>
      </label>
      {others.length > 0 && (
        <label class="field">
          <span>and by</span>
          <select
            class="input"
            value={other}
            onChange={(event) => (and.value = event.currentTarget.value)}
          >
            <option value="">nothing else</option>
            {others.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.label}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="field">
        <span>On</span>
        <b>{plottable.on}</b>
      </p>
      <Expect legend="I expect" />
      <button type="submit" class="button">
        Open{price !== null && <span class="mono mute">{price} min</span>}
      </button>
      {plottable.why !== '' && (
        <p class="mute cut-why" id="cut-why">
          {plottable.why}
        </p>
      )}
    </form>
  );
};
