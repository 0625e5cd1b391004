/** The order in which blending looks at the scored candidates. */
import type { Scratch } from './scratch.ts';

/** Runs sorted by insertion before they are merged: below this length nothing is quicker. */
const RUN = 8;

/**
 * Lists the candidates in `place` by utility, greatest first, equals in the order of their sources. Where no utility is
 * a number, as when a head's scores are lost, they stay in the order of their sources.
 */
export function sortByUtility(scratch: Scratch): void {
  const { place, placeUtility, placeTopic, placeLook, placeTaken } = scratch;
  const { candidates, candidateTopic, candidateLook } = scratch;
  sortRuns(scratch);
  let from = place;
  let fromUtility = placeUtility;
  let to = scratch.spare;
  let toUtility = scratch.spareUtility;
  for (let width = RUN; width < candidates; width *= 2) {
    for (let first = 0; first < candidates; first += 2 * width)
      merge(from, fromUtility, to, toUtility, first, width, candidates);
    [from, to] = [to, from];
    [fromUtility, toUtility] = [toUtility, fromUtility];
  }
  for (let p = 0; p < candidates; p++) {
    const c = from[p]!;
    place[p] = c;
    placeUtility[p] = fromUtility[p]!;
    placeTopic[p] = candidateTopic[c]!;
    placeLook[p] = candidateLook[c]!;
    placeTaken[p] = 0;
  }
}

function sortRuns(scratch: Scratch): void {
  const { place, placeUtility, candidateUtility, candidates } = scratch;
  for (let c = 0; c < candidates; c++) {
    const utility = candidateUtility[c]!;
    const first = c - (c % RUN);
    let p = c;
    while (p > first && placeUtility[p - 1]! < utility) {
      placeUtility[p] = placeUtility[p - 1]!;
      place[p] = place[p - 1]!;
      p--;
    }
    placeUtility[p] = utility;
    place[p] = c;
  }
}

/** Merges two neighbouring runs; of equals, and of what is no number, the left one goes first. */
function merge(
  from: Int32Array,
  fromUtility: Float64Array,
  to: Int32Array,
  toUtility: Float64Array,
  first: number,
  width: number,
  length: number,
): void {
  const middle = Math.min(first + width, length);
  const end = Math.min(middle + width, length);
  let left = first;
  let right = middle;
  for (let p = first; p < end; p++) {
    const takesRight = left === middle || (right < end && fromUtility[right]! > fromUtility[left]!);
    const taken = takesRight ? right++ : left++;
    to[p] = from[taken]!;
    toUtility[p] = fromUtility[taken]!;
  }
}
