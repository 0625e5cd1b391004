/** Steps that players take alike: a look on a day that has room for one, a test until it answers. */
import type { PlayLine } from '../scenario/compiled.ts';
import type { Command, Look, Prediction, Test } from '../session/commands.ts';
import type { InterventionSpec } from '../sim/interventions.ts';
import type { PanelView, View } from '../session/view.ts';
import type { Moves } from './bot.ts';

/** On the slow clock a day has room for few looks: when they are used up, the next morning comes first. */
export function* give(view: View, command: Command): Moves {
  const isLook = command.kind === 'look' || command.kind === 'test';
  if (isLook && view.now.looksLeft === 0) yield { kind: 'next-day', days: 1 };
  return yield command;
}

export const look = (view: View, opened: Look): Moves => give(view, { kind: 'look', look: opened });

export const act = (view: View, spec: InterventionSpec): Moves =>
  give(view, { kind: 'act', act: spec });

/** Takes back what the line takes back of whoever had the shift before. */
export function* takeBack(first: View, { undo = [] }: PlayLine): Moves {
  let view = first;
  for (const intervention of undo) view = yield { kind: 'undo', intervention };
  return view;
}

/** Orders a test and waits for its answer, which then is the newest panel. */
export function* test(view: View, ordered: Test, predict: Prediction): Moves {
  let seen = yield* give(view, { kind: 'test', test: ordered, predict });
  const lag = seen.pending.find((p) => p.label.startsWith('test'))?.minutesLeft ?? 0;
  if (lag > 0) seen = yield { kind: 'wait', minutes: lag };
  return seen;
}

/** What the newest view shows, if it is of this look. */
export function panelOf(view: View, kind: Look['view']): PanelView | null {
  return view.panels.find((panel) => panel.look?.view === kind) ?? null;
}

type Shown<K extends PanelView['kind']> = Extract<PanelView, { kind: K }>;

/** The same where it is shown as a plot, as bars or as a table; else null. */
export function shownAs<K extends PanelView['kind']>(
  view: View,
  look: Look['view'],
  kind: K,
): Shown<K> | null {
  const panel = panelOf(view, look);
  return panel?.kind === kind ? (panel as Shown<K>) : null;
}
