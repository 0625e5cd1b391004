/**
 * Whoever re-runs a closed case: takes tasks one by one and remembers what the conclusion needs. Several may share the
 * work, each with its own copy of the run; the one that records the fault-free world also plays the line in which
 * nothing is done, and concludes.
 */
import { now, type Run } from '../session/run.ts';
import type { World } from '../sim/world.ts';
import { conclude, type Analysis } from './conclusion.ts';
import { layersOf, type LayerTruth } from './layers.ts';
import {
  everythingLine,
  nothingLine,
  referenceLine,
  rescueLine,
  rollbackLine,
  yourLine,
  type Line,
} from './lines.ts';
import { createRewind, type Rewind } from './rewind.ts';
import { recordTwin, type Stage } from './stage.ts';
import type { LineOutcome, LineTask } from './tasks.ts';

export interface Analyst {
  /** Records the fault-free world; for others to `hold`. */
  readonly record: () => Stage;
  readonly hold: (stage: Stage) => void;
  readonly play: (task: LineTask) => LineOutcome;
  readonly conclude: (outcomes: readonly LineOutcome[]) => Analysis;
}

export function createAnalyst(run: Run, page: Run): Analyst {
  const before = createRewind(run, page);
  let stage: Stage | null = null;
  let twin: World | null = null;
  let layers: readonly LayerTruth[] | null = null;

  const need = (): Stage => {
    if (stage === null) throw new Error('A line of play needs the recorded fault-free world.');
    return stage;
  };

  return {
    record() {
      const recorded = recordTwin(page);
      stage = recorded.stage;
      twin = recorded.twin;
      return stage;
    },
    hold(recorded) {
      stage = recorded;
    },
    play(task) {
      const line = lineOf(run, page, before, need(), task);
      // Read now, while the world at the end of the line is here, and so beside the other lines.
      if (task.line === 'nothing' && twin !== null)
        layers = layersOf(run, page, line.end.pair.live, twin);
      return {
        task,
        id: line.id,
        label: line.label,
        curve: line.curve,
        from: line.from,
        relapsed: line.end.log.some((e) => e.kind === 'state' && e.state === 'relapsed'),
      };
    },
    conclude(outcomes) {
      if (layers === null) throw new Error('Who records the fault-free world plays “nothing”.');
      return conclude(run, need(), layers, outcomes);
    },
  };
}

interface Left extends Line {
  readonly from: number;
}

function lineOf(run: Run, page: Run, before: Rewind, stage: Stage, task: LineTask): Left {
  switch (task.line) {
    case 'nothing':
      return { ...nothingLine(page, stage), from: now(page) };
    case 'you':
      return { ...yourLine(run, stage), from: now(run) };
    case 'rollback':
      return { ...rollbackLine(page, stage), from: now(page) };
    case 'everything':
      return { ...everythingLine(page, stage), from: now(page) };
    case 'reference':
      return {
        ...referenceLine(page, stage, run.scenario.references[task.which]!),
        from: now(page),
      };
    case 'rescue': {
      const left = before(task.move);
      return { ...rescueLine(left, stage, task.takenBack), from: now(left) };
    }
  }
}
