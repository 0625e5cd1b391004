/**
 * What the references would do in the same world with nothing wrong in it: roll-outs, seasons and all, but no fault, and no
 * version that ranks worse than what it follows: where that is what is wrong, no fault says so.
 */
import { nothingLine, referenceLine } from '../../analysis/lines.ts';
import { recordTwin } from '../../analysis/stage.ts';
import { beginChart } from '../../session/advance.ts';
import type { Run } from '../../session/run.ts';
import { advancePair, createPair, measure } from '../../sim/pair.ts';
import { observe } from '../../sim/telemetry/observer.ts';

export interface FaultlessHarms {
  /** From the page to the horizon of harm, millions of saves; the references in the order of the scenario. */
  readonly nothing: number;
  readonly references: readonly number[];
}

/** No epoch of the panel before the page: nobody reads it. */
const NEVER = 1e9;

/** `page`: the run at its page, faults and all; it gives seed, chart and the cadence from the page on. */
export function faultlessHarms(page: Run): FaultlessHarms {
  const { setup } = page.pair.spec;
  const models = setup.models.map((m) => ({ ...m, lift: Math.max(0, m.lift) }));
  const spec = { ...page.pair.spec, faults: [], setup: { ...setup, models } };
  const pair = createPair(spec, NEVER);
  const { pageTick } = page.scenario.world;
  advancePair(pair, pageTick);
  measure(pair);
  pair.cadence = page.pair.cadence;
  const sound: Run = {
    ...page,
    scenario: { ...page.scenario, faults: [] },
    pair,
    observer: observe(pair, page.lattice),
    chart: page.incident.start(pageTick),
    log: [],
    marks: [],
    armed: [],
    worldEventsSeen: pair.live.events.length,
  };
  beginChart(sound);
  const { stage } = recordTwin(sound);
  return {
    nothing: nothingLine(sound, stage).curve.total,
    references: page.scenario.references.map(
      (line) => referenceLine(sound, stage, line).curve.total,
    ),
  };
}
