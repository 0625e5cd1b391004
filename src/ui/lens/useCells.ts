/** What lasso, pick and the per-cell buttons all do: put cells into the chosen layer, or take them out again. */
import type { LensView } from '../../session/view.ts';
import type { Scope } from '../../sim/segments.ts';
import { useApp } from '../app/context.ts';
import { useDesk } from '../play/desk.ts';
import { LAYER_LABELS, type Layer } from '../radius/edit.ts';
import { cellName, coversCell, partingScope } from './layers.ts';

export interface CellEdits {
  readonly add: (indices: readonly number[], layer?: Layer) => void;
  readonly toggle: (index: number, layer?: Layer) => void;
}

export const useCells = (lens: LensView): CellEdits => {
  const { run, spoken } = useApp();
  const desk = useDesk();
  const scopeOf = (indices: readonly number[]): Scope =>
    indices.flatMap((index) =>
      (lens.cells[index]?.scope ?? []).map((of) => partingScope(lens, of)),
    );
  const edit = (kind: 'add' | 'remove', indices: readonly number[], layer: Layer): void => {
    run.edit({ edit: kind, layer, scope: scopeOf(indices), universe: run.universe.value });
    const names =
      indices.length > 3
        ? `${indices.length} groups`
        : indices.map((index) => cellName(lens, index)).join('; ');
    // Spoken only: the picture shows it already.
    spoken.value = `${names} ${kind === 'add' ? 'added to' : 'taken from'} ${LAYER_LABELS[layer].toLowerCase()}.`;
  };
  return {
    add: (indices, layer = desk.layer.value) => edit('add', indices, layer),
    toggle: (index, layer = desk.layer.value) => {
      const cell = lens.cells[index];
      const scope = run.draft.value[layer];
      if (cell === undefined) return;
      edit(scope !== null && coversCell(scope, cell, lens.by) ? 'remove' : 'add', [index], layer);
    },
  };
};
