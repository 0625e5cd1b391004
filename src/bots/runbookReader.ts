/**
 * The runbook reader opens every runbook of the case, in the order they lie there, and does what their sentences say to
 * do: a sentence is an order where it begins with one, whatever was read before it.
 */
import type { View } from '../session/view.ts';
import { EVERYONE } from '../sim/segments.ts';
import type { InterventionSpec } from '../sim/interventions.ts';
import { CAUSE_UNKNOWN, type Bot, type Moves } from './bot.ts';
import { ordersOf, versionsOf } from './menu.ts';
import { act, look } from './steps.ts';

/** The ranker before the newest. */
function previous(view: View): string | null {
  return versionsOf(view).at(-2) ?? null;
}

/** Words of a runbook and the order they are taken for; null: not to be had here. */
const READ: readonly {
  readonly words: RegExp;
  readonly order: (view: View) => InterventionSpec | null;
}[] = [
  {
    words: /\bstop the ramp\b/i,
    order: (view) => ordersOf(view, 'stop-ramp')[0] ?? null,
  },
  {
    words: /\b(go back to|go to last week’s ranker|go to last week's ranker|take it out)\b/i,
    order: (view) => {
      const to = previous(view);
      return to === null ? null : { kind: 'rollback-model', to, scope: EVERYONE };
    },
  },
  {
    words: /\bpin the older version\b/i,
    order: (view) => {
      const version = previous(view);
      return version === null ? null : { kind: 'pin-model', version };
    },
  },
  { words: /\bflush the read cache\b/i, order: () => ({ kind: 'purge-cache', gradual: false }) },
  { words: /\ba cap\b/i, order: (view) => ordersOf(view, 'exposure-cap').at(-1) ?? null },
  { words: /\bmore exploration\b/i, order: () => ({ kind: 'exploration', share: 0.08 }) },
  { words: /^retrain\b/i, order: () => ({ kind: 'retrain', recipe: 'plain' }) },
];

const sentencesOf = (paragraphs: readonly string[]): string[] =>
  paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[.:])\s+/));

function* follow(first: View): Moves {
  let view = first;
  const done = new Set<string>();
  for (const { id } of first.runbooks) {
    view = yield* look(view, { view: 'runbook', id });
    const read = view.runbooks.find((runbook) => runbook.id === id)?.paragraphs ?? [];
    for (const sentence of sentencesOf(read))
      for (const { words, order } of READ) {
        const spec = words.test(sentence) ? order(view) : null;
        if (spec === null || done.has(spec.kind)) continue;
        done.add(spec.kind);
        view = yield* act(view, spec);
      }
  }
  return view;
}

export const runbookReader: Bot = {
  id: 'runbook-reader',
  label: 'Runbook reader: does what is written',
  sit: () => ({ moves: follow, closing: () => CAUSE_UNKNOWN }),
};
