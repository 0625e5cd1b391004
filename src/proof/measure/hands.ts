/** What somebody can do to a case: the orders its own lines of play know, and taking back what stands. */
import { newestReversal } from '../../analysis/lines.ts';
import { dispatch } from '../../session/dispatch.ts';
import { isStanding } from '../../sim/delivery/control.ts';
import type { Run } from '../../session/run.ts';
import type { InterventionKind, InterventionSpec } from '../../sim/interventions.ts';

export type Kinds = readonly InterventionKind[];
/** The next number of a stream, in [0, 1). */
export type Draw = () => number;

/** Where something stands: how often that is taken back rather than more ordered. */
const TAKEN_BACK = 0.5;

export interface Hands {
  /** Something of these kinds stands afterwards, where the incident knows such an order and it is allowed. */
  readonly order: (kinds: Kinds) => void;
  /** Nothing of these kinds stands afterwards. */
  readonly takeBack: (kinds: Kinds) => void;
  /** A line of the incident's own, but for what is forbidden; or all is taken back but what is wanted. */
  readonly trySomething: (wanted: Kinds, forbidden: Kinds) => void;
}

export function handsOn(run: Run, draw: Draw): Hands {
  const { references, wrong } = run.scenario;
  const reflex = newestReversal(run);
  // What mends it is tried twice as often: most of a chart lies beyond.
  const lines: InterventionSpec[][] = [...references, ...references, ...wrong].map((line) =>
    line.steps.map(({ act }) => act),
  );
  if (reflex !== null) lines.push([reflex]);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)];
  const standing = (): { id: string; kind: InterventionKind }[] =>
    run.pair.live.applied.filter(isStanding).map(({ id, spec }) => ({ id, kind: spec.kind }));
  const give = (act: InterventionSpec): void => {
    dispatch(run, { kind: 'act', act });
  };
  const undo = (those: readonly { readonly id: string }[]): void => {
    for (const { id } of those) dispatch(run, { kind: 'undo', intervention: id });
  };
  return {
    order: (kinds) => {
      if (standing().some(({ kind }) => kinds.includes(kind))) return;
      const act = pick(lines.flat().filter(({ kind }) => kinds.includes(kind)));
      if (act !== undefined) give(act);
    },
    takeBack: (kinds) => undo(standing().filter(({ kind }) => kinds.includes(kind))),
    trySomething: (wanted, forbidden) => {
      const others = standing().filter(({ kind }) => !wanted.includes(kind));
      if (others.length > 0 && draw() < TAKEN_BACK) undo(others);
      else for (const act of pick(lines) ?? []) if (!forbidden.includes(act.kind)) give(act);
    },
  };
}
