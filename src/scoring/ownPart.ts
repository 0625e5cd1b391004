/**
 * A run without what whoever had the shift before left on the desk: by this the player is judged. What stands in the world
 * and the radius that is drawn remain, for they are the player's to leave or to change.
 */
import { beginTick } from '../scenario/handover.ts';
import type { Desk, Hypothesis } from '../session/desk.ts';
import { commandsOf } from './logbook.ts';
import type { Judged } from './judged.ts';

/** Of a run that nobody had before, the run itself. */
export function ownPart<R extends Judged>(run: R): R {
  return run.scenario.handover === undefined ? run : { ...run, desk: ownDesk(run) };
}

function ownDesk(run: Judged): Desk {
  const { desk, scenario } = run;
  const began = beginTick(scenario);
  const pins = new Set(commandsOf(run, 'pin').map(({ command }) => command.reading));
  return {
    ...desk,
    radiusHistory: desk.radiusHistory.filter(({ tick }) => tick >= began),
    readings: desk.readings.filter(({ id, tick }) => tick >= began || pins.has(id)),
    pinned: desk.pinned.filter((id) => pins.has(id)),
    hypotheses: desk.hypotheses.flatMap((h) => ownHypothesis(run, h, began)),
  };
}

/** What the player put up, or took up: what was believed of it before is where it stood when the shift changed hands. */
function ownHypothesis(run: Judged, h: Hypothesis, began: number): Hypothesis[] {
  const own = h.history.filter(({ tick }) => tick >= began);
  if (own.length === h.history.length) return [h];
  const touched =
    own.length > 0 ||
    [...commandsOf(run, 'strike'), ...commandsOf(run, 'link')].some(
      ({ command }) => command.hypothesis === h.id,
    );
  const found = h.history.findLast(({ tick }) => tick < began)!;
  return touched ? [{ ...h, history: [{ ...found, tick: began }, ...own] }] : [];
}
