/** What a sentence of a draft rests on by a minute: by what had been read, done and said, whatever turned out later. */
import type { FaultKind } from '../sim/faults.ts';
import type { HypothesisSpec, NoteNeed } from '../scenario/compiled.ts';
import { LOOK_VIEWS } from '../scenario/words.ts';
import { groundOf, type Ground } from '../session/believed.ts';
import type { Basis } from '../session/draft.ts';
import { tellingReadings } from './enough.ts';
import type { Judged } from './judged.ts';
import { meantBy } from './leading.ts';
import { logbookOf, seenBy } from './logbook.ts';

export interface Support {
  readonly grounds: readonly Ground[];
  /** Why it rests on nothing; empty where it does not. */
  readonly because: string;
}

const on = (...grounds: readonly Ground[]): Support => ({ grounds, because: '' });
const unsupported = (because: string): Support => ({ grounds: [], because });

export function supportOf(run: Judged, basis: Basis, tick: number): Support {
  switch (basis.kind) {
    case 'claim':
      return ofClaim(run, basis.needs, tick);
    case 'board': {
      const held = run.desk.hypotheses.find((h) => h.id === basis.hypothesis);
      return ofFinding(run, held === undefined ? [] : meantBy(run, held), tick);
    }
    case 'finding':
      return ofFinding(run, [basis.hypothesis], tick);
    case 'onset':
      return ofOnset(run, basis.tick, tick);
  }
}

function ofClaim(run: Judged, needs: readonly NoteNeed[], tick: number): Support {
  if (needs.some(({ need }) => need === 'never'))
    return unsupported('Nothing that could be read says as much.');
  const grounds: Ground[] = [];
  const missing: string[] = [];
  for (const need of needs) {
    const ground = groundOf(run, need, tick);
    if (ground === null) missing.push(needWords(need));
    else grounds.push(ground);
  }
  return missing.length === 0
    ? on(...grounds)
    : unsupported(`It would have taken ${missing.join(' and ')}.`);
}

function needWords(need: NoteNeed): string {
  switch (need.need) {
    case 'looked': {
      const views: Readonly<Record<string, string>> = LOOK_VIEWS;
      return `a look at “${views[need.view] ?? need.view}”`;
    }
    case 'declared':
      return 'a declared radius';
    case 'acted':
      return 'an order that does what it says';
    case 'recovered':
      return 'a recovery that held';
    case 'never':
      return 'what cannot be read';
  }
}

/** The cause is found once the readings are taken that tell it from its rivals; a rival they speak against. */
function ofFinding(run: Judged, meant: readonly string[], tick: number): Support {
  const { hypotheses } = run.scenario;
  const named = hypotheses.filter((h) => meant.includes(h.id));
  const spec = named.find((h) => h.truth) ?? named[0];
  if (spec === undefined) return unsupported('No reading points to it.');
  const telling = spec.truth ? readingsFor(run, spec, tick) : null;
  return telling === null ? unsupported(spec.tell) : on(...telling);
}

/** Where nothing is broken, what tells a season from a fault clears the rest. */
const NOTHING_BROKEN: readonly FaultKind[] = ['season'];

function readingsFor(run: Judged, { faults }: HypothesisSpec, tick: number): Ground[] | null {
  const kinds = faults === null || faults.length === 0 ? NOTHING_BROKEN : faults.map((f) => f.kind);
  const seen = seenBy(logbookOf(run), tick);
  const pinned = run.desk.readings.filter((r) => run.desk.pinned.includes(r.id));
  return (
    tellingReadings(seen, kinds)?.map((s) => ({
      tick: s.tick,
      label: s.label,
      pinned: pinned.some((r) => r.tick === s.tick && r.label === s.label),
    })) ?? null
  );
}

/** Views that show a figure over time. */
const COURSES = ['metric', 'gauge', 'sources', 'items'] as const;

function ofOnset(run: Judged, onset: number, tick: number): Support {
  if (onset >= run.scenario.world.pageTick)
    return unsupported('That is when the page rang, not when it began.');
  const courses = COURSES.flatMap(
    (view) => groundOf(run, { need: 'looked', view }, tick) ?? [],
  ).toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || a.tick - b.tick);
  const declared = run.desk.radiusHistory.findLast((r) => r.claim.sinceTick === onset);
  const [course] = courses;
  if (course === undefined || declared === undefined)
    return unsupported('No figure had been read over time.');
  return on(course, { tick: declared.tick, label: 'beginning declared', pinned: false });
}
