/** One way to every gauge. */
import type { GaugeCut, GaugeId } from '../../gauges.ts';
import type { Observer } from '../observer.ts';
import { joinGauge, rowsGauge } from './data.ts';
import type { GaugeSeries, GaugeSpan } from './line.ts';
import { machineGauge } from './machines.ts';
import { psiGauge } from './psi.ts';
import { coverageGauge, labelCalibration, offlineGauge } from './quality.ts';
import { voiceGauge } from './voice.ts';

/** `by`: one of the gauge's own cuts, or null for the whole. */
export function readGauge(
  observer: Observer,
  gauge: GaugeId,
  by: GaugeCut | null,
  span: GaugeSpan,
): GaugeSeries {
  switch (gauge) {
    case 'label_rate':
    case 'rows':
    case 'repeated':
      return rowsGauge(observer, gauge, by, span);
    case 'join_rate':
      return joinGauge(observer, by, span);
    case 'psi':
      return psiGauge(observer, by, span);
    case 'auc':
    case 'ndcg':
    case 'offline_calibration':
      return offlineGauge(observer, gauge, by, span);
    case 'label_calibration':
      return labelCalibration(observer, by, span);
    case 'coverage':
    case 'fresh_coverage':
      return coverageGauge(observer, gauge, span);
    case 'worth':
    case 'ticket_count':
    case 'review_count':
      return voiceGauge(observer, gauge, by, span);
    default:
      return machineGauge(observer, gauge, by, span);
  }
}
