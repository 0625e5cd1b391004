/** Versions in service: traffic, training, calibration of the save head, scores that are not numbers. */
import { tickLabel } from '../../sim/clock.ts';
import type { InterventionKind } from '../../sim/interventions.ts';
import type { Scope } from '../../sim/segments.ts';
import { groupBy, readGroups } from '../../sim/telemetry/readings.ts';
import { now, type Run } from '../run.ts';
import type { TablePanel } from '../view.ts';
import { sinceLatest } from '../latestChange.ts';
import { isEveryone, scopeWords } from '../words.ts';
import { readingHours } from './series.ts';
import type { PanelFrame } from './frame.ts';
import { orderKeys } from '../keys.ts';

/** Calibration outside this band is marked. Catalogue A2: 0.97–1.03. */
const CALIBRATION_BAND = 0.05;

/** Hours that promises are held against. */
export const calibrationHours = (readingHours: number): number => Math.max(3, readingHours);

export function modelPanel(run: Run, scope: Scope, frame: PanelFrame): TablePanel {
  const tick = now(run);
  const grouping = groupBy(run.observer, ['model'], scope, 'all', tick);
  const hours = calibrationHours(readingHours(run));
  const calibration = readGroups(run.observer, 'calibration', grouping, tick, hours);
  const broken = readGroups(run.observer, 'nonfinite_share', grouping, tick, hours);
  const rows: string[][] = [];
  const marked: number[] = [];
  const said: string[] = [];
  const total = calibration.reduce((sum, c) => sum + c.share, 0);
  for (const version of orderKeys(run, 'model', grouping.keys)) {
    const c = calibration.find((x) => x.key === version);
    const b = broken.find((x) => x.key === version);
    const line = run.pair.live.lines.find((l) => l.version === version);
    if (c === undefined || line === undefined) continue;
    const error = (c.error / 100) * c.value;
    const off = Math.abs(c.value - 1) > CALIBRATION_BAND && Math.abs(c.value - 1) > 2 * error;
    const lost = 100 * (b?.value ?? 0);
    if (off || lost > 0.1) marked.push(rows.length);
    if (off) said.push(`${version} states ${c.value.toFixed(2)} saves per logged save`);
    if (lost > 0.1)
      said.push(`${version}: ${lost.toFixed(1)} % of requests have a score that is not a number`);
    rows.push([
      version,
      `${((100 * c.share) / Math.max(1e-9, total)).toFixed(0)} %`,
      line.served.rows === 0 ? 'before the log began' : tickLabel(line.served.trainedTick),
      line.served.rows === 0
        ? '–'
        : `days ${line.served.fromDay}–${line.served.toDay}, ${groupDigits(line.served.rows)} rows`,
      `${c.value.toFixed(2)} ± ${error.toFixed(2)}`,
      `${lost.toFixed(1)} %`,
    ]);
  }
  if (said.length > 0 && servedByOthers(run, hours))
    said.push(`For part of these ${hours} hours these people had another version`);
  return {
    ...frame,
    kind: 'table',
    title: `Versions in service${isEveryone(scope) ? '' : `, ${scopeWords(scope)}`}`,
    summary:
      said.length === 0
        ? 'Every version in service is calibrated within its noise, and every score is a number.'
        : `${said.join('. ')}.`,
    help: 'Calibration: saves the model stated over saves the log holds, for the last hours. 1 is right; below 1 it promises too little.',
    columns: ['version', 'traffic', 'trained', 'on', 'calibration, save head', 'lost scores'],
    rows,
    marked,
  };
}

/** Orders that give people another version. */
const MOVES: ReadonlySet<InterventionKind> = new Set([
  'rollback-model',
  'route-cohort',
  'promote-model',
  'pause-arm',
]);

/**
 * People are grouped by the version they have now, and read over hours in which an order may have given it to them, taken back
 * since or not.
 */
function servedByOthers(run: Run, hours: number): boolean {
  return sinceLatest(run, now(run), (kind) => MOVES.has(kind)) < 60 * hours;
}

/** `12 345`, with a thin space: no locale decides. */
export function groupDigits(n: number): string {
  return `${Math.round(n)}`.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00A0');
}
