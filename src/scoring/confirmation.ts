/**
 * Looks that could only agree: whoever has an explanation and reads three times what it foretells as well as its rivals do has
 * not tried it. Told as information and never scored.
 */
import { chanceAgainst } from '../analysis/belief/fall.ts';
import type { Foretold } from '../analysis/belief/foretold.ts';
import { askedIn, type Weighing } from '../analysis/belief/trace.ts';
import { offeredLooks } from '../analysis/marks/asked.ts';
import type { Run } from '../session/run.ts';
import { meantBy, rankedAt } from './leading.ts';

/** Fewer looks than these make no habit. */
const LOOKS = 3;
/** A look that speaks against an explanation no more often than this was expected to agree … */
const AGREES = 0.1;
/** … and one that does so this often would have tried it. */
const TRIES = 0.25;
/** What is believed in as much as this needs no further trial. */
const KNOWN = 0.8;

/** In a sentence; empty where it is not so, or cannot be said. `foretold`: of `queriesOfRun(run)`; `weighings`: of the run by them. */
export function confirmationOf(
  run: Run,
  foretold: readonly Foretold[],
  weighings: readonly Weighing[],
): string {
  const looks = byLook(weighings);
  const tried = looks.flatMap((look) => {
    const [{ before, query }] = look as [Weighing, ...Weighing[]];
    const [leader] = rankedAt(run, query.tick);
    if (leader === undefined) return [];
    const ids = meantBy(run, leader.h);
    return ids.length === 0
      ? []
      : [{ leader, ids, chance: chanceAgainst(before, foretold, askedIn(look), ids) }];
  });
  const last = tried.at(-1);
  if (last === undefined || tried.length < LOOKS) return '';
  if (tried.some(({ leader, chance }) => leader.h.id !== last.leader.h.id || chance > AGREES))
    return '';
  const { after } = looks.at(-1)!.at(-1)!;
  const belief = last.ids.reduce((sum, id) => sum + (after.belief.get(id) ?? 0), 0);
  if (belief >= KNOWN) return '';
  const other = offeredLooks(run)
    .map(({ label, asked }) => ({ label, chance: chanceAgainst(after, foretold, asked, last.ids) }))
    .toSorted((a, b) => b.chance - a.chance)[0];
  return other === undefined || other.chance < TRIES
    ? ''
    : `Once it led on your board, every look could hardly do anything but agree with “${last.leader.h.label}”. “${other.label}” had ${Math.round(10 * other.chance)} chances in 10 of speaking against it.`;
}

/** Weighings of one move together; the page itself is no look. */
function byLook(weighings: readonly Weighing[]): Weighing[][] {
  const looks = new Map<number, Weighing[]>();
  for (const w of weighings.filter(({ query }) => query.move >= 0))
    looks.set(w.query.move, [...(looks.get(w.query.move) ?? []), w]);
  return [...looks.values()];
}
