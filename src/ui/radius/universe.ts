/** Which values a dimension can take, as far as the player has been shown them. */
import type { Command } from '../../session/commands.ts';
import type { View } from '../../session/view.ts';
import type { Conjunction, Dimension, Scope } from '../../sim/segments.ts';
import type { Universe } from './algebra.ts';
import { closedValues, dimensionsOf } from './words.ts';

const note = (found: Map<Dimension, string[]>, dimension: Dimension, value: string): void => {
  const values = found.get(dimension) ?? [];
  if (!values.includes(value)) values.push(value);
  found.set(dimension, values);
};

const scopesOf = (command: Command | null): readonly Scope[] => {
  if (command === null) return [];
  if (command.kind === 'look' && 'scope' in command.look) return [command.look.scope];
  if (command.kind === 'act' && 'scope' in command.act) return [command.act.scope];
  return [];
};

/** Axis values are taken as they come, so that the order is the one on screen. */
export const knownValues = (view: View, before: Universe): Universe => {
  const found = new Map<Dimension, string[]>();
  for (const [dimension, values] of before) found.set(dimension, [...values]);
  const noteAll = (conjunction: Conjunction): void => {
    for (const dimension of dimensionsOf(conjunction))
      for (const value of conjunction[dimension] ?? []) note(found, dimension, value);
  };
  for (const { id } of view.lens.dimensions)
    if (!found.has(id)) for (const value of closedValues(id)) note(found, id, value);
  // What the lens shows along an axis is all there is along it here.
  for (const [index, dimension] of view.lens.axes.entries()) {
    const axis = index === 0 ? view.lens.columns : view.lens.rows;
    if (axis.length > 0)
      found.set(
        dimension,
        axis.map((value) => value.key),
      );
  }
  for (const cell of view.lens.cells) for (const conjunction of cell.scope) noteAll(conjunction);
  for (const group of view.menu)
    for (const item of group.items)
      for (const choice of item.choices)
        for (const scope of scopesOf(choice.command))
          for (const conjunction of scope) noteAll(conjunction);
  return found;
};
