/** What the palette can find: every line of the menu with every choice, every cut of the lens, and every part of the desk. */
import type { Command } from '../../session/commands.ts';
import type { View } from '../../session/view.ts';
import type { Run } from '../app/run.ts';
import { cutBy, cutPrice, toggled } from '../lens/cut.ts';
import { DRAWER_LABELS } from '../drawers/drawerTabs.tsx';
import { price } from '../format.ts';
import { DRAWERS, type Desk } from '../play/desk.ts';
import { runItem } from '../play/runItem.ts';

export interface Entry {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly price: string;
  readonly disabled: string | null;
  /** Changes production: carried out when it is asked for twice. */
  readonly order: boolean;
  readonly run: () => void;
}

const isOrder = (command: Command | null): boolean =>
  command?.kind === 'act' || command?.kind === 'undo';

const menuEntries = (view: View, run: Run, desk: Desk): readonly Entry[] =>
  view.menu.flatMap((group) =>
    group.items.flatMap((item): Entry[] => {
      const common = {
        group: group.label,
        price: price(item.cost, item.lag),
        disabled: item.disabled,
      };
      const own: Entry = {
        ...common,
        key: item.id,
        label: item.label,
        // With a choice to make it asks for that first.
        order: item.choices.length === 0 && isOrder(item.command),
        run: () => runItem(item, run, desk),
      };
      const choices = item.choices.map((choice, index): Entry => ({
        ...common,
        key: `${item.id}-${index}`,
        label: `${item.label.replace(/…$/, '')}: ${choice.label}`,
        order: isOrder(choice.command),
        run: () => void run.send(choice.command),
      }));
      return [own, ...choices];
    }),
  );

/** The crowd regrouped: by one dimension more, or without one that it is grouped by. */
const lensEntries = ({ lens }: View, run: Run): readonly Entry[] => {
  const called = new Map(lens.dimensions.map(({ id, label }) => [id, label]));
  return lens.dimensions.map(({ id }) => {
    const by = toggled(lens.by, id);
    const cost = cutPrice(lens, by);
    const names = by.map((dimension) => called.get(dimension) ?? dimension);
    return {
      key: `lens-${id}`,
      group: 'Lens',
      label: names.length === 0 ? 'People as one crowd' : `People by ${names.join(' and ')}`,
      price: cost === 0 ? '' : price(cost, 0),
      disabled: null,
      order: false,
      run: () => void run.send(cutBy(lens, by)),
    };
  });
};

const deskEntries = (view: View, run: Run, desk: Desk): readonly Entry[] => {
  const entry = (
    label: string,
    act: () => void,
    disabled: string | null = null,
    order = false,
  ): Entry => ({
    key: label,
    group: 'Desk',
    label,
    price: '',
    disabled,
    order,
    run: act,
  });
  const waits =
    view.clock === 'days'
      ? [entry('Next day…', () => (desk.dialog.value = { open: 'next-day' }))]
      : [
          entry('Wait…', () => (desk.dialog.value = { open: 'wait' })),
          ...[5, 15, 30, 60].map((span) =>
            entry(`Wait ${span} minutes`, () => void run.send({ kind: 'wait', minutes: span })),
          ),
        ];
  return [
    entry(
      'Declare the radius',
      () => void run.send({ kind: 'declare', radius: run.draft.value }),
      run.undeclared.value ? null : 'It is declared as it stands.',
    ),
    ...waits,
    entry(
      'Close the incident…',
      () => (desk.dialog.value = { open: 'close' }),
      view.closing.allowed ? null : 'It cannot be closed yet.',
    ),
    entry('All panels', () => (desk.dialog.value = { open: 'panels', focus: null })),
    entry('The lens as a table', () => (desk.lensAsTable.value = !desk.lensAsTable.value)),
    ...DRAWERS.map((drawer) => entry(DRAWER_LABELS[drawer], () => (desk.drawer.value = drawer))),
    ...view.applied
      .filter((applied) => applied.canUndo)
      .map((applied) =>
        entry(
          `Undo ${applied.label}`,
          () => void run.send({ kind: 'undo', intervention: applied.id }),
          null,
          true,
        ),
      ),
  ];
};

export const entriesOf = (view: View, run: Run, desk: Desk): readonly Entry[] => [
  ...lensEntries(view, run),
  ...menuEntries(view, run, desk),
  ...deskEntries(view, run, desk),
];
