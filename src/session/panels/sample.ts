/** A small sample of requests of a scope, served again for inspection: what a funnel or a feature panel looks into. */
import { hash32 } from '../../determinism/random.ts';
import { servedLine } from '../../sim/delivery/scope.ts';
import type { Scope } from '../../sim/segments.ts';
import { isInside, membership } from '../../sim/telemetry/observer.ts';
import { now, type Run } from '../run.ts';

/** Requests a panel inspects at most. */
export const SAMPLE = 240;

export interface Sampled {
  readonly person: number;
  readonly member: number;
  readonly weight: number;
  /** The same salt in both worlds. */
  readonly salt: number;
  readonly version: string;
}

/** Panel members of the scope, evenly spread; empty for nobody. */
export function sampleOf(run: Run, scope: Scope, most = SAMPLE): Sampled[] {
  const { live, panel } = run.pair;
  const inside = membership(run.observer, scope, now(run));
  const members: number[] = [];
  for (let m = 0; m < panel.person.length; m++) if (isInside(inside, m)) members.push(m);
  const stride = Math.max(1, members.length / most);
  const out: Sampled[] = [];
  for (let at = 0; at < members.length && out.length < most; at += stride) {
    const member = members[Math.floor(at)]!;
    const person = panel.person[member]!;
    const line = servedLine(live, person, 0, live.tick);
    out.push({
      person,
      member,
      weight: panel.share[member]!,
      salt: hash32(live.keys.panel, person, 1) | 0,
      version: live.lines[line]!.version,
    });
  }
  return out;
}
