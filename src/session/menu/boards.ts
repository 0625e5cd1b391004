/** Looks with many choices: ideas by their kind, and the boards of gauges. */
import { gaugeOf, type Board } from '../../sim/gauges.ts';
import {
  ITEM_DIMENSION_LABELS,
  ITEM_DIMENSIONS,
  ITEM_METRIC_IDS,
  ITEM_METRICS,
} from '../../sim/itemSegments.ts';
import type { Scope } from '../../sim/segments.ts';
import { LOOK_PRICES } from '../prices.ts';
import type { Run } from '../run.ts';
import type { BoardOfGauges, MenuChoice, MenuItem } from '../view.ts';
import { forbidden } from './acts.ts';

/** A metric of ideas by each of their dimensions; two at once are for the variable bar and the line of text. */
export function items(run: Run, target: Scope): MenuItem {
  return {
    id: 'look-items',
    label: 'Ideas, cut by…',
    hint: 'what is shown and saved, by topic, look, price, age',
    cost: LOOK_PRICES.items,
    lag: 0,
    undo: 'not needed',
    takesScope: true,
    disabled: forbidden(run, 'look'),
    choices: ITEM_METRIC_IDS.flatMap((metric) =>
      ITEM_DIMENSIONS.map((by): MenuChoice => ({
        label: `${ITEM_METRICS[metric].label} by ${ITEM_DIMENSION_LABELS[by]}`,
        detail: ITEM_METRICS[metric].help,
        command: { kind: 'look', look: { view: 'items', metric, by: [by], scope: target } },
      })),
    ),
    command: null,
  };
}

const BOARD_HINTS: Readonly<Record<Board, string>> = {
  machines: 'latency, errors, fallbacks, load, by pool',
  data: 'label rates, drift, join, rows',
  quality: 'offline figures, calibration, coverage',
  voice: 'survey, tickets, reviews',
};

/** A board of gauges: each by itself, and by each of its cuts. */
export function boardItem(run: Run, board: BoardOfGauges): MenuItem {
  return {
    id: `look-${board.id}`,
    label: `${board.label}…`,
    hint: BOARD_HINTS[board.id],
    cost: LOOK_PRICES.gauge,
    lag: 0,
    undo: 'not needed',
    takesScope: false,
    disabled: forbidden(run, 'look'),
    choices: board.gauges.flatMap(({ id, label, cuts }) =>
      [null, ...cuts].map((cut): MenuChoice => ({
        label: cut === null ? label : `${label} by ${cut.label}`,
        detail: gaugeOf(id).help,
        command: { kind: 'look', look: { view: 'gauge', gauge: id, by: cut?.id ?? null } },
      })),
    ),
    command: null,
  };
}
