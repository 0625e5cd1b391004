/** The boards of gauges as the variable bar and the menu offer them. */
import { BOARD_IDS, BOARDS, GAUGE_IDS, gaugeOf } from '../sim/gauges.ts';
import type { Run } from './run.ts';
import type { BoardOfGauges } from './view.ts';
import { gaugeCutWords } from './words.ts';

export function boardsOfGauges(run: Run): BoardOfGauges[] {
  const pools = run.pair.live.infra.pools.length;
  return BOARD_IDS.map((id) => ({
    id,
    label: BOARDS[id],
    gauges: GAUGE_IDS.filter((gauge) => gaugeOf(gauge).board === id).map((gauge) => {
      const { label, cuts, counted } = gaugeOf(gauge);
      return {
        id: gauge,
        label,
        counted,
        // One pool is no cut.
        cuts: cuts
          .filter((cut) => cut !== 'pool' || pools > 1)
          .map((cut) => ({ id: cut, label: gaugeCutWords(cut) })),
      };
    }),
  }));
}
