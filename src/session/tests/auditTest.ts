/** A build's events held against what the server wrote. */
import { clientLog } from '../../sim/data/clientLog.ts';
import type { TestResult } from '../desk.ts';
import { now, type Run } from '../run.ts';

export function audit(run: Run, build: string): TestResult {
  const { live } = run.pair;
  const index = live.spec.setup.builds.findIndex((b) => b.build === build);
  const log = clientLog(live, index, now(run));
  const impressions = 100 * (1 + log.impressionExtra - log.impressionLoss);
  const saves = 100 * (1 + log.saveExtra - log.saveLoss);
  const off = Math.abs(impressions - 100) > 1 || Math.abs(saves - 100) > 1;
  return {
    title: `Event audit: ${build}`,
    summary: `A scripted session on ${build}: per 100 tiles shown ${impressions.toFixed(0)} impression events arrived, per 100 saves ${saves.toFixed(0)} save events.${off ? '' : ' Every event once.'}`,
    columns: ['event', 'emitted by the script', 'arrived in the log'],
    rows: [
      ['impression', '100', impressions.toFixed(0)],
      ['save', '100', saves.toFixed(0)],
    ],
    marked: [
      ...(Math.abs(impressions - 100) > 1 ? [0] : []),
      ...(Math.abs(saves - 100) > 1 ? [1] : []),
    ],
    // A harness counts; it does not sample.
    figure: { value: impressions - 100, error: 0 },
  };
}
