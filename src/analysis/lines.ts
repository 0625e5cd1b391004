/**
 * The lines of play a run is held against, each run in the same world on the same random numbers: nothing done, the
 * player's own, the best of the reference lines, a global rollback of the latest ranker, everything at once.
 */
import { newestStage } from '../scenario/newestStage.ts';
import type { PlayLine } from '../scenario/compiled.ts';
import { advanceTo } from '../session/advance.ts';
import { dispatch } from '../session/dispatch.ts';
import { forkRun, now, type Run } from '../session/run.ts';
import { isStanding } from '../sim/delivery/control.ts';
import type { InterventionSpec } from '../sim/interventions.ts';
import { forkLive } from '../sim/pair.ts';
import { EVERYONE } from '../sim/segments.ts';
import { harmCurve, type HarmCurve } from './harm.ts';
import type { Stage } from './stage.ts';
import type { Weights } from './value.ts';

export type LineId = 'nothing' | 'you' | 'reference' | 'rollback' | 'everything';

export interface Line {
  readonly id: LineId;
  readonly label: string;
  readonly curve: HarmCurve;
  /** The run at the end of the line. */
  readonly end: Run;
}

/** Minutes between epochs of a what-if line where nothing calls for one. */
const LINE_CADENCE = { minutes: 720, days: 4320 } as const;

/** A fork of a run that goes on alone against the recorded twin. Its case is open again: the world does not stop. */
export function branch(run: Run, stage: Stage): Run {
  const fork = forkRun(run, forkLive(run.pair, stage.track));
  fork.pair.cadence = LINE_CADENCE[run.scenario.clock];
  fork.desk = { ...fork.desk, closed: null };
  return fork;
}

/** Carries a fork to the horizon and reads its curve. Epochs before the page are not part of it. */
function finish(id: LineId, label: string, fork: Run, stage: Stage): Line {
  advanceTo(fork, stage.to, undefined, undefined, true);
  return {
    id,
    label,
    end: fork,
    curve: curveOf(fork, stage),
  };
}

/** The curve of a line by the run at its end. */
export function curveOf({ pair }: Run, stage: Stage, weights?: Weights): HarmCurve {
  const { cells, from, to, step, creatorShares } = stage;
  return harmCurve(pair, cells, from, to, step, creatorShares, weights);
}

function playLine(fork: Run, line: PlayLine, from: number): void {
  for (const id of line.undo ?? []) dispatch(fork, { kind: 'undo', intervention: id });
  for (const step of line.steps) {
    const at = from + step.afterMinutes;
    if (at > now(fork)) advanceTo(fork, at, undefined, undefined, true);
    dispatch(fork, { kind: 'act', act: step.act });
  }
}

export function nothingLine(checkpoint: Run, stage: Stage): Line {
  const label = checkpoint.scenario.handover === undefined ? 'nothing done' : 'as handed over';
  return finish('nothing', label, branch(checkpoint, stage), stage);
}

/** The player's own line, from where they closed to the horizon. */
export function yourLine(run: Run, stage: Stage): Line {
  return finish('you', 'you', branch(run, stage), stage);
}

/** A run's own changes to production, and what of them was taken back, at their minutes. */
export function againLine(checkpoint: Run, stage: Stage, run: Run): Line {
  const fork = branch(checkpoint, stage);
  for (const event of run.log) {
    if (event.kind !== 'command') continue;
    const { command, tick } = event;
    if (command.kind !== 'act' && command.kind !== 'undo') continue;
    if (tick > now(fork)) advanceTo(fork, tick, undefined, undefined, true);
    dispatch(fork, command);
  }
  return finish('you', 'what you did', fork, stage);
}

/** A line of play written down beforehand, from where the player begins. */
export function referenceLine(checkpoint: Run, stage: Stage, line: PlayLine): Line {
  const fork = branch(checkpoint, stage);
  playLine(fork, line, now(checkpoint));
  return finish('reference', 'author’s best', fork, stage);
}

/** A line of play that is taken back whole after some minutes: what a remedy was worth shows again without it. */
export function undoneLine(
  checkpoint: Run,
  stage: Stage,
  line: PlayLine,
  afterMinutes: number,
): Line {
  const fork = branch(checkpoint, stage);
  playLine(fork, line, now(checkpoint));
  advanceTo(fork, now(checkpoint) + afterMinutes, undefined, undefined, true);
  for (const { id } of fork.pair.live.applied) dispatch(fork, { kind: 'undo', intervention: id });
  return finish('reference', 'taken back', fork, stage);
}

/** Minutes after the player begins at which somebody who rolls back first would have. */
export const REFLEX_MINUTES = 5;

/** Rolling the newest ranker change back for everybody, as a reflex. */
export function rollbackLine(checkpoint: Run, stage: Stage): Line {
  const fork = branch(checkpoint, stage);
  const act = newestReversal(checkpoint);
  if (act !== null) {
    advanceTo(fork, now(checkpoint) + REFLEX_MINUTES, undefined, undefined, true);
    dispatch(fork, { kind: 'act', act });
  }
  return finish('rollback', 'global rollback', fork, stage);
}

/**
 * What undoes the newest ranker change at a minute: the version before the latest rollout, else the snapshot before the
 * latest.
 */
export function newestReversal(run: Run, tick = now(run)): InterventionSpec | null {
  const newest = newestStage(run.scenario.world.rollouts, tick);
  if (newest !== null) return { kind: 'rollback-model', to: newest.rollout.from, scope: EVERYONE };
  // A week back: what one would call the last model before this began.
  const line = run.pair.live.lines.find((l) => !l.frozen);
  const daily =
    line?.snapshots.filter((s) => s.recipe === 'daily' && s.rows > 0 && s.trainedTick <= tick) ??
    [];
  const target = daily[Math.max(0, daily.length - 8)];
  return target === undefined ? null : { kind: 'rollback-model', to: target.id, scope: EVERYONE };
}

/** The reflex as a line of play, as of a minute; null where there is nothing to go back to. */
export function reflexLine(run: Run, tick = now(run)): PlayLine | null {
  const act = newestReversal(run, tick);
  if (act === null) return null;
  const steps = [{ afterMinutes: REFLEX_MINUTES, act }];
  return { id: 'rollback', label: 'the newest ranker back', steps };
}

/** Minutes between the orders of somebody who orders everything. */
const PANIC_MINUTES = 5;

/** What somebody orders who orders everything: all the levers, whatever the incident. */
function panic(run: Run): InterventionSpec[] {
  const reversal = newestReversal(run);
  return [
    { kind: 'freeze-deploys' },
    ...(reversal === null ? [] : [reversal]),
    ...run.scenario.world.rollouts.map((r): InterventionSpec => ({
      kind: 'pause-arm',
      rollout: r.id,
    })),
    { kind: 'retrain', recipe: 'plain' },
    { kind: 'kill-generator', generator: 'popular' },
    { kind: 'diversity', factor: 1.5 },
    { kind: 'exploration', share: 0.12 },
    { kind: 'exposure-cap', perDay: 60 },
  ];
}

/** Every lever at once, a few minutes apart. */
export function everythingLine(checkpoint: Run, stage: Stage): Line {
  const fork = branch(checkpoint, stage);
  for (const act of panic(checkpoint)) {
    dispatch(fork, { kind: 'act', act });
    advanceTo(fork, now(fork) + PANIC_MINUTES, undefined, undefined, true);
  }
  return finish('everything', 'everything at once', fork, stage);
}

/**
 * The first reference taken up at once from a later moment of the run: what could still be saved from there.
 * `takenBack`: orders that stand are taken back first, but for those of a kind that the reference gives itself. A door
 * that was shut stays shut where the line that is taken up never had one.
 */
export function rescueLine(run: Run, stage: Stage, takenBack: boolean): Line {
  const [reference] = run.scenario.references;
  if (reference === undefined) return nothingLine(run, stage);
  const own = new Set(reference.steps.map((step) => step.act.kind));
  const others = run.pair.live.applied
    .filter((a) => isStanding(a) && !own.has(a.spec.kind))
    .map((a) => a.id);
  const undo = [...new Set([...(reference.undo ?? []), ...others])];
  return lineFromHere(run, stage, takenBack ? { ...reference, undo } : reference);
}

/** A line of play taken up at once where a run stands, its steps as far apart as they are written down. */
export function lineFromHere(run: Run, stage: Stage, line: PlayLine): Line {
  const fork = branch(run, stage);
  const first = line.steps[0]?.afterMinutes ?? 0;
  const steps = line.steps.map((s) => ({
    ...s,
    afterMinutes: Math.max(0, s.afterMinutes - first),
  }));
  playLine(fork, { ...line, steps }, now(fork));
  return finish('reference', 'from here', fork, stage);
}
