/** A calibration in words and tables. */
import type { CalibrationReport } from '../analysis/calibration/report.ts';
import { tableText } from './table.ts';

const yes = (is: boolean): string => (is ? 'yes' : 'NO');

/** As many digits as the figure needs. */
function figure(value: number): string {
  return value < 0.01 ? value.toFixed(5) : value < 10 ? value.toFixed(3) : value.toFixed(1);
}

export function calibrationText(report: CalibrationReport): string {
  const { sampleRatio, drift } = report;
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  return [
    `calibration: ${report.seeds} fault-free worlds`,
    tableText(
      ['baseline', 'wanted', 'seen', 'ratio', 'within 10 %'],
      report.baselines.map((b) => [
        b.id,
        figure(b.wanted),
        figure(b.seen),
        b.ratio.toFixed(2),
        yes(b.within),
      ]),
    ),
    tableText(
      ['noise of saves', 'hours', 'shown %', 'stated %', 'declared %', 'ratio', 'within 20 %'],
      report.noise.map((n) => [
        n.cell,
        String(n.hours),
        n.shown.toFixed(2),
        n.stated.toFixed(2),
        n.declared === null ? '–' : String(n.declared),
        n.ratio.toFixed(2),
        yes(n.within),
      ]),
    ),
    `readings beyond two errors ${percent(report.beyondTwo)}, beyond three ${percent(report.beyondThree)}`,
    `sample ratio: ${sampleRatio.found} of ${sampleRatio.tests} below ${sampleRatio.level}`,
    `drift: ${drift.found} of ${drift.tests} above ${drift.level}, at most ${drift.most.toFixed(3)}`,
    ...report.alerts.map(
      (a) =>
        `alert of ${a.scenario}: ${a.fired} of ${a.readings} readings, ${a.stated.toFixed(1)} stated`,
    ),
  ].join('\n\n');
}
