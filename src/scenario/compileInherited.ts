/** The hand-over of a document: moves as the session will give them, orders under the names a run gives them. */
import type { MetricId } from '../sim/metrics.ts';
import type { Dimension, Scope, Surface } from '../sim/segments.ts';
import { minutesOf, type Clocks } from './compileClocks.ts';
import { compileCast } from './compileCast.ts';
import type { InheritedScenario, PlayLine } from './compiled.ts';
import { compileScope } from './compileScope.ts';
import { compileIntervention } from './compileWorld.ts';
import type { HandedLook, HandedMove } from './handover.ts';
import type { HandedMoveDocument, InheritedDocument } from './schemaInherited.ts';
import type { ScopeDocument } from './schemaScope.ts';

/** What a look reads where its move does not say. */
interface PageReads {
  readonly metric: MetricId;
  readonly surface: Surface | 'all';
}

export function compileInherited(
  document: InheritedDocument,
  page: PageReads,
  clocks: Clocks,
): InheritedScenario {
  const acts = document.moves.flatMap((move) => (move.do === 'act' ? [move.id] : []));
  // Orders of a run are numbered as they are given.
  const orderOf = (id: string): string => `o${acts.indexOf(id)}`;
  return {
    callSign: document.callsign,
    references: document.references.map(({ id, label, undo, steps }): PlayLine => ({
      id,
      label,
      ...(undo === undefined ? {} : { undo: undo.map(orderOf) }),
      steps: steps.map(({ after, act }) => ({
        afterMinutes: minutesOf(after),
        act: compileIntervention(act, clocks),
      })),
    })),
    colleague: compileCast(document.from),
    handover: {
      from: document.from.id,
      afterMinutes: minutesOf(document.at),
      moves: document.moves.map((move) => compileMove(move, page, orderOf, clocks)),
      note: document.note,
    },
  };
}

function compileMove(
  move: HandedMoveDocument,
  page: PageReads,
  orderOf: (id: string) => string,
  clocks: Clocks,
): HandedMove {
  const afterMinutes = minutesOf(move.after);
  switch (move.do) {
    case 'look':
      return {
        afterMinutes,
        do: 'look',
        look: lookOf(move, page),
        pinned: move.pinned ?? false,
      };
    case 'declare':
      return {
        afterMinutes,
        do: 'declare',
        reading: layer(move.reading),
        hurtNow: layer(move.now),
        hurtLater: layer(move.later),
        witness: layer(move.fine),
        severity: move.severity ?? null,
      };
    case 'suspect':
      return {
        afterMinutes,
        do: 'suspect',
        suspect: move.suspect,
        confidence: move.confidence,
      };
    case 'act':
      return { afterMinutes, do: 'act', act: compileIntervention(move.act, clocks) };
    case 'undo':
      return { afterMinutes, do: 'undo', order: orderOf(move.of) };
  }
}

const layer = (scope: ScopeDocument | undefined): Scope | null =>
  scope === undefined ? null : compileScope(scope);

function lookOf(move: Extract<HandedMoveDocument, { do: 'look' }>, page: PageReads): HandedLook {
  const metric = move.metric ?? page.metric;
  const by: readonly Dimension[] = move.by ?? [];
  switch (move.view) {
    case 'lens':
      return { view: 'lens', metric, by, surface: move.surface ?? page.surface };
    case 'metric':
      return { view: 'metric', metric, by: by[0] ?? null, scope: compileScope(move.scope) };
    case 'model':
    case 'features':
    case 'funnel':
    case 'sources':
      return { view: move.view, scope: compileScope(move.scope) };
    default:
      return { view: move.view };
  }
}
