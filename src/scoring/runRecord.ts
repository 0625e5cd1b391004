/** What is kept of a closed run, so that several of them can be looked at together. */
import type { Run } from '../session/run.ts';
import type { RunRecord, Stated } from './debrief.ts';
import { detectionsOf } from './detections.ts';
import type { Findings } from './findings.ts';
import { leadingAt } from './leading.ts';
import { logbookOf } from './logbook.ts';
import { outcomeOf } from './outcome.ts';

export function recordOf(run: Run, findings: Findings): RunRecord {
  const { claimed, late, early, radius, remedy } = outcomeOf(run, findings);
  const first = logbookOf(run).orders.find((order) => !order.hold);
  const leading = first === undefined ? null : leadingAt(run, first.tick);
  const acting: Stated | null =
    leading === null ? null : { percent: leading.percent, right: leading.truth };
  const closing: Stated | null =
    claimed === null ? null : { percent: run.desk.closed?.confidence ?? 0, right: claimed.truth };
  const { anchored, closedEarly } = detectionsOf(run);
  const wide = remedy === 'global';
  return { acting, closing, late, early, radius, wide, anchored, closedEarly };
}
