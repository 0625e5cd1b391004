/** Recall probes: what each source finds of what its index holds for a fixed set of requests. */
import { dayOf } from '../../sim/clock.ts';
import { GENERATORS } from '../../sim/generators.ts';
import { probeRecall } from '../../sim/telemetry/probes.ts';
import { now, type Run } from '../run.ts';
import { SOURCE_WORDS } from '../sourceWords.ts';
import type { BarsPanel } from '../view.ts';
import { clearOfNoise, type PanelFrame } from './frame.ts';
import { sampleOf } from './sample.ts';

/** Points of recall that a source may lose before it is marked. */
const SLACK = 2;

export function probesPanel(run: Run, frame: PanelFrame): BarsPanel {
  const { live } = run.pair;
  const probes = sampleOf(run, [{}]);
  const recall = probeRecall(live, probes);
  const bars = GENERATORS.flatMap((id, g) => {
    const { found, expected } = recall[g]!;
    if (expected === 0) return [];
    const share = found / expected;
    const error = 100 * Math.sqrt((share * (1 - share) + 1 / expected) / expected);
    return [
      {
        label: SOURCE_WORDS[id],
        now: 100 * share,
        before: 100,
        error,
        flag: clearOfNoise(100 - 100 * share, error) && 100 - 100 * share > SLACK,
      },
    ];
  });
  const lost = bars.filter((bar) => bar.flag);
  const age = dayOf(now(run)) - dayOf(live.index.builtTick);
  return {
    ...frame,
    kind: 'bars',
    title: 'Recall probes',
    unit: '%',
    summary: `${probes.length} fixed requests. ${lost.length === 0 ? 'Every source finds what its index should hold.' : `Lost: ${lost.map((bar) => `${bar.label} finds ${bar.now.toFixed(0)} % of it`).join('; ')}.`} The index was built ${age === 0 ? 'today' : age === 1 ? 'yesterday' : `${age} days ago`}.`,
    help: 'Of the ideas a source proposes when its index, its embeddings and what is read of people are whole, the share it proposes now; 100 % is sound.',
    groups: [{ label: 'Found of what should be found, %', bars }],
  };
}
