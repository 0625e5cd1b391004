/** The lens without the picture: every group with its number, error and count, and a button for all a loop can do. */
import type { JSX } from 'preact';
import type { LensView } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { Mark } from '../app/mark.tsx';
import { millions } from '../format.ts';
import { useDesk } from '../play/desk.ts';
import { LAYER_LABELS } from '../radius/edit.ts';
import { stands } from '../stands.ts';
import { cellFigure, cellName, coversCell, isWhole } from './layers.ts';
import { useCells } from './useCells.ts';

export const LensTable = ({ lens }: { readonly lens: LensView }): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const cells = useCells(lens);
  const draft = run.draft.value;
  const layer = desk.layer.value === 'witness' ? 'reading' : desk.layer.value;
  return (
    <div class="lens-table table-wrap" tabIndex={0} role="region" aria-label="The lens as a table">
      <table class="data">
        <caption class="unseen">{lens.summary}</caption>
        <thead>
          <tr>
            <th scope="col">who</th>
            <th scope="col" class="n">
              change
            </th>
            <th scope="col" class="n wide-only">
              people
            </th>
            <th scope="col">
              <span class="unseen">what to do with them</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lens.cells.map((cell, index) => {
            const name = cellName(lens, index);
            const own = draft[layer] !== null && coversCell(draft[layer], cell, lens.by);
            const fine = draft.witness !== null && coversCell(draft.witness, cell, lens.by);
            const side = stands(cell, lens.worse);
            return (
              <tr
                key={`${cell.column ?? ''}|${cell.row ?? ''}`}
                class={cell.dots === 0 ? 'nobody' : side}
              >
                <th scope="row">{name}</th>
                <td class="n">
                  {side !== 'flat' &&
                    ((cell.deviation ?? 0) < 0 ? (
                      <Mark shape="down" label="lower than noise explains" />
                    ) : (
                      <Mark shape="up" label="higher than noise explains" />
                    ))}
                  {cellFigure(cell)}
                </td>
                <td class="n wide-only">{millions(cell.millions)}</td>
                <td>
                  <span class="row end">
                    <button
                      type="button"
                      class="chip"
                      aria-pressed={own}
                      aria-label={`${name}: ${own ? 'take out of' : 'add to'} ${LAYER_LABELS[layer].toLowerCase()}`}
                      disabled={cell.dots === 0}
                      onClick={() => cells.toggle(index, layer)}
                    >
                      {own ? (
                        <>
                          <Mark shape="tick" /> {isWhole(draft[layer], cell) ? 'in' : 'in part'}
                        </>
                      ) : (
                        '+ add'
                      )}
                    </button>
                    <button
                      type="button"
                      class="chip fine"
                      aria-pressed={fine}
                      aria-label={`${name}: ${fine ? 'no longer the witness' : 'mark as fine'}`}
                      disabled={cell.dots === 0}
                      onClick={() => cells.toggle(index, 'witness')}
                    >
                      {fine && <Mark shape="tick" />} fine
                    </button>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
