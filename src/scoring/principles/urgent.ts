/** What grows by itself is held while it is still being read. */
import { beginTick } from '../../scenario/handover.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { LogEvent } from '../../session/events.ts';
import type { Judged } from '../judged.ts';
import { logbookOf } from '../logbook.ts';
import { blamed, heals, isArmed, taintsTraining } from '../means.ts';
import { broken, kept, principle } from './principle.ts';

export const P07 = principle('P07', 'Stop irreversible or unsafe harm first', [16, 22], (run) => {
  const book = logbookOf(run);
  const stop = book.orders.find((o) => o.hold || heals(run.scenario, o.spec)) ?? null;
  const grew = firstGrowth(run);
  if (grew !== null && (stop === null || grew.tick <= stop.tick))
    return broken(
      `“${grew.label}”: it happened while the page was still being read, and nothing had been held.`,
      [grew, stop],
      {
        reasonable:
          'Nothing was known for certain yet, and touching what one does not understand is rightly distrusted.',
        otherwise:
          'A hold costs a minute and can be taken back; the time axis had said what would happen by itself, and when.',
      },
    );
  if (stop === null || !growsByItself(run.scenario)) return 'not exercised';
  return kept(
    stop.hold
      ? 'What would have grown by itself was held first, with something that can be taken back.'
      : 'The remedy came before what would have grown by itself.',
    [stop],
  );
});

function growsByItself(scenario: CompiledScenario): boolean {
  const ramps = scenario.chart.states.some(({ entry, transitions }) =>
    [...entry, ...transitions.flatMap((t) => t.effects)].some(
      (e) => e.do === 'ramp' && raisesFault(scenario, e.rollout),
    ),
  );
  return ramps || promotesHarm(scenario);
}

/** What goes into service by itself brings what is wrong, or was trained on it. */
const promotesHarm = (scenario: CompiledScenario): boolean =>
  isArmed(scenario) || taintsTraining(scenario);

/** Does the ramp of this rollout bring what is wrong to more people? */
function raisesFault(scenario: CompiledScenario, rollout: string): boolean {
  const to = scenario.world.rollouts.find((r) => r.id === rollout)?.to;
  return to !== undefined && blamed(scenario, to);
}

/** The first minute after the player began in which harm grew by itself. */
function firstGrowth({ scenario, log }: Judged): { tick: number; label: string } | null {
  for (const event of log) {
    const label = event.tick <= beginTick(scenario) ? null : growthIn(scenario, event);
    if (label !== null) return { tick: event.tick, label };
  }
  return null;
}

function growthIn(scenario: CompiledScenario, event: LogEvent): string | null {
  if (event.kind === 'effect' && event.effect.do === 'ramp') {
    const { rollout, share } = event.effect;
    const label = scenario.world.rollouts.find((r) => r.id === rollout)?.label ?? rollout;
    return raisesFault(scenario, rollout) && share > 0
      ? `${label} goes to ${Math.round(100 * share)} %`
      : null;
  }
  return promotesHarm(scenario) && event.kind === 'world' && event.what === 'promoted'
    ? event.text
    : null;
}
