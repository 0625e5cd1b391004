/** Which cells of the lens the radius on screen covers, whether declared or still a draft. */
import { withError } from '../format.ts';
import type { RadiusClaim } from '../../session/commands.ts';
import type { LensCell, LensView } from '../../session/view.ts';
import type { Conjunction, Scope } from '../../sim/segments.ts';
import { membership } from '../radius/algebra.ts';
import { LAYERS, type Layer } from '../radius/edit.ts';
import { axisLabel, dimensionsOf } from '../radius/words.ts';

/**
 * A cell counts as covered when all of it is, or when the radius is narrower than the cell only in dimensions this
 * lens does not show, and does show at least one that sets it apart.
 */
export const coversCell = (scope: Scope, cell: LensCell, by: LensView['by']): boolean => {
  const conjunction = cell.scope[0];
  if (conjunction === undefined) return false;
  const inside = membership(scope, conjunction);
  if (inside !== 'part') return inside === 'all';
  const shown = scope.filter((part) =>
    dimensionsOf(part).some((dimension) => by.includes(dimension)),
  );
  return membership(shown, conjunction) !== 'none';
};

/** Is everybody of a cell in the scope? Not where it is narrower in something that the lens does not show. */
export const isWhole = (scope: Scope | null, { scope: [conjunction] }: LensCell): boolean =>
  scope !== null && conjunction !== undefined && membership(scope, conjunction) === 'all';

/**
 * A cell without the dimension in which everybody is alike: “served by v59” says nothing while v59 serves everyone, and
 * would leave nobody once it is taken back.
 */
export const partingScope = ({ axes, columns, rows }: LensView, cell: Conjunction): Conjunction => {
  if (axes.length < 2 || (columns.length > 1 && rows.length > 1)) return cell;
  const alike = columns.length === 1 ? axes[0] : axes[1];
  return Object.fromEntries(Object.entries(cell).filter(([dimension]) => dimension !== alike));
};

export const layersOf = (
  claim: RadiusClaim,
  cell: LensCell,
  by: LensView['by'],
): readonly Layer[] =>
  LAYERS.filter((layer) => {
    const scope = claim[layer];
    return scope !== null && scope.length > 0 && coversCell(scope, cell, by);
  });

/** The view with the layers of a draft in place of the declared ones, and its axes in the page's words. */
export const withLayers = (view: LensView, claim: RadiusClaim): LensView => ({
  ...view,
  columns: view.columns.map(({ key, label }) => ({
    key,
    label: axisLabel(view.axes[0], key, label),
  })),
  rows: view.rows.map(({ key, label }) => ({ key, label: axisLabel(view.axes[1], key, label) })),
  cells: view.cells.map((cell) => ({ ...cell, layers: layersOf(claim, cell, view.by) })),
});

export const cellName = (view: LensView, index: number): string => {
  const cell = view.cells[index];
  if (cell === undefined) return '';
  const column = view.columns.find((found) => found.key === cell.column)?.label;
  const row = view.rows.find((found) => found.key === cell.row)?.label;
  return [column, row].filter((part) => part !== undefined).join(', ') || 'everyone';
};

/** The figure of a cell; a figure of the whole service has none for anybody. */
export const cellFigure = ({ deviation, error, dots }: LensCell): string => {
  if (deviation !== null) return withError(deviation, error);
  return dots === 0 ? 'nobody here' : 'no figure';
};
