/**
 * From what an app logged to what a dashboard reports: the metric job drops events, events that come late are not there
 * yet. Storage's own counts and the training join do not pass through here.
 */
import { fastExp } from '../../determinism/fastMath.ts';
import { LN2 } from '../../determinism/math.ts';
import { clientLog, CLEAN_LOG, mislogs, type ClientLog } from '../data/clientLog.ts';
import { inScope, personBuild } from '../delivery/scope.ts';
import { actingSize } from '../faultState.ts';
import type { Fault, LogEvent } from '../faults.ts';
import { SAVES_PER_SESSION } from '../people/bots.ts';
import { HOME } from '../presets.ts';
import { PLATFORMS } from '../segments.ts';
import type { World } from '../world.ts';

/** A client's log with what became of it on the way to the panel; factors are of reported events per logged one. */
export interface Reported extends ClientLog {
  impressionKept: number;
  saveKept: number;
  closeupKept: number;
  hideKept: number;
  /** Saves that automated accounts add to each of the people's own. */
  botSaves: number;
}

export const CLEAN_REPORT: Readonly<Reported> = {
  ...CLEAN_LOG,
  impressionKept: 1,
  saveKept: 1,
  closeupKept: 1,
  hideKept: 1,
  botSaves: 0,
};

const KEPT = {
  impression: 'impressionKept',
  save: 'saveKept',
  closeup: 'closeupKept',
  hide: 'hideKept',
} as const satisfies Record<LogEvent, keyof Reported>;

const concerns = ({ kind }: Fault): boolean =>
  kind === 'aggregator-loss' || kind === 'late-events' || kind === 'save-bots';

/** Is a fault of the world one by which anything but what people do can be reported? */
export function isMisreported({ faults }: World): boolean {
  return faults.some((fault) => concerns(fault) || mislogs(fault));
}

/**
 * What is reported of a person at `tick`, as the panel stands at `now`: events of builds that log late trickle in.
 * Must not be written.
 */
export function reported(
  world: World,
  person: number,
  tick: number,
  now: number,
): Readonly<Reported> {
  const { faults } = world;
  if (faults.length === 0) return CLEAN_REPORT;
  const build = personBuild(world, person, tick);
  const log = clientLog(world, build, tick, person);
  let out: Reported | null = null;
  for (const fault of faults) {
    const size = actingSize(world.control, fault, tick);
    if (size === 0 || !concerns(fault)) continue;
    if (fault.scope !== undefined && !inScope(world, fault.scope, person, HOME, tick)) continue;
    out ??= { ...CLEAN_REPORT };
    apply(world, out, fault, size, person, build, Math.max(0, now - tick));
  }
  if (out === null) return log === CLEAN_LOG ? CLEAN_REPORT : { ...CLEAN_REPORT, ...log };
  return { ...out, ...log };
}

/** Share of all saves that are made on the web. Design value: its share of people. */
const WEB_SHARE = 0.2;

function apply(
  world: World,
  out: Reported,
  fault: Fault,
  size: number,
  person: number,
  build: number,
  age: number,
): void {
  if (fault.kind === 'aggregator-loss') {
    const field = KEPT[fault.event];
    out[field] = out[field] * (1 - Math.min(1, fault.share * size));
  } else if (fault.kind === 'late-events') {
    if (world.spec.setup.builds[build]?.build !== fault.build) return;
    const there = 1 - size * fastExp((-LN2 * age) / fault.minutes);
    for (const field of Object.values(KEPT)) out[field] = out[field] * there;
  } else if (fault.kind === 'save-bots' && world.control.spamRule === null) {
    if (PLATFORMS[world.people.platform[person]!] !== 'web') return;
    const own = world.preset.sessionsPerDay * SAVES_PER_SESSION * WEB_SHARE;
    out.botSaves +=
      fault.times === undefined ? ((fault.savesPerDay ?? 0) * size) / own : fault.times * size;
  }
}
