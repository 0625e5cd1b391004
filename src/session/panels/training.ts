/** What the next training run will read: rows, label rates by build, repeated events, quarantine. */
import { minuteOfDay, MINUTES_PER_DAY, tickLabel } from '../../sim/clock.ts';
import { FLAG_DUPLICATE, LABEL_SAVE, type RowChunk } from '../../sim/data/rows.ts';
import { plainWeigher } from '../../sim/data/weigh.ts';
import { now, type Run } from '../run.ts';
import type { TablePanel } from '../view.ts';
import { groupDigits } from './model.ts';
import { signed, type PanelFrame } from './frame.ts';

interface BuildRows {
  rows: number;
  saves: number;
  twice: number;
}

function countByBuild(run: Run, chunk: RowChunk | undefined, builds: number): BuildRows[] {
  const counts = Array.from({ length: builds }, () => ({ rows: 0, saves: 0, twice: 0 }));
  if (chunk === undefined) return counts;
  const weigh = plainWeigher(run.pair.live);
  for (let r = 0; r < chunk.length; r++) {
    const c = counts[chunk.build[r]!];
    const weight = chunk.weight[r]! * weigh(chunk, r);
    if (c === undefined || weight === 0) continue;
    c.rows += weight;
    if ((chunk.labels[r]! & LABEL_SAVE) !== 0) c.saves++;
    if ((chunk.flags[r]! & FLAG_DUPLICATE) !== 0) c.twice += weight;
  }
  return counts;
}

/** Rate differences beyond this many standard errors are marked. */
const MARK_AT = 3;

export function trainingPanel(run: Run, frame: PanelFrame): TablePanel {
  const { live } = run.pair;
  const { builds } = run.scenario.world;
  const tick = now(run);
  const today = countByBuild(run, live.chunks[live.chunks.length - 1], builds.length);
  const before = countByBuild(run, live.chunks[live.chunks.length - 3], builds.length);
  const pooled = before.reduce(
    (sum, b) => ({ rows: sum.rows + b.rows, saves: sum.saves + b.saves, twice: 0 }),
    { rows: 0, saves: 0, twice: 0 },
  );
  const rows: string[][] = [];
  const marked: number[] = [];
  const said: string[] = [];
  builds.forEach((build, b) => {
    const t = today[b]!;
    if (t.rows < 50) return;
    // A build without a past is held against everybody's.
    const past = before[b]!.rows < 400 ? pooled : before[b]!;
    const rate = t.saves / t.rows;
    const pastRate = past.saves / Math.max(1, past.rows);
    const error = Math.sqrt(
      Math.max(1, t.saves) / t.rows / t.rows + Math.max(1, past.saves) / past.rows / past.rows,
    );
    const off = Math.abs(rate - pastRate) > MARK_AT * error;
    const repeated = (100 * t.twice) / t.rows;
    if (off || repeated > 2) marked.push(rows.length);
    if (off) said.push(`label rate on ${build.build} ${signed(100 * (rate / pastRate - 1), 0)}`);
    if (repeated > 2)
      said.push(
        `${repeated.toFixed(0)} % of rows of ${build.build} share an impression id with another row`,
      );
    rows.push([
      build.build,
      groupDigits(t.rows),
      `${(100 * rate).toFixed(2)} %`,
      `${(100 * pastRate).toFixed(2)} %`,
      `± ${(100 * error).toFixed(2)}`,
      `${repeated.toFixed(0)} %`,
    ]);
  });
  const { trainingMinute } = run.scenario.world;
  const next =
    tick -
    minuteOfDay(tick) +
    trainingMinute +
    (minuteOfDay(tick) < trainingMinute ? 0 : MINUTES_PER_DAY);
  const quarantined = live.control.quarantines.length;
  const held = live.control.skipTraining ? ' It is set to be skipped.' : '';
  return {
    ...frame,
    kind: 'table',
    title: 'Rows for the next training',
    summary: `The next run starts ${tickLabel(next)} and reads today and yesterday.${held} ${said.length === 0 ? 'Label rates are what they were, build by build.' : `Marked: ${said.join('; ')}.`}${quarantined === 0 ? '' : ` ${quarantined} quarantine in force; set-aside rows are not counted here.`}`,
    help: 'Rows joined from impressions and actions, weighted back from the sample kept. A row without an action is a refusal to the trainer.',
    columns: ['build', 'rows today', 'label rate', 'two days ago', 'error', 'repeated ids'],
    rows,
    marked,
  };
}
