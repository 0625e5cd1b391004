/** Recall of the candidate sources: the same requests through the sources as they are, and as they would be when whole. */
import { HOME, SOURCE_COUNT } from '../presets.ts';
import { homeRequest, serve } from '../serving/serve.ts';
import { recordAlike, type World } from '../world.ts';

/** A fixed request: whose, and its luck. */
export interface Probe {
  readonly person: number;
  readonly salt: number;
}

export interface Recall {
  /** Candidates of a source as it should be, and those of them that it proposes now. */
  readonly expected: number;
  readonly found: number;
}

/** Candidates by source of one request; of an idea that two sources know, the first has it. */
function candidatesOf(world: World, probe: Probe): Map<number, number> {
  serve(world, homeRequest(probe.person, probe.salt), world.tick, world.scratch.slates[HOME]!, {});
  const { scratch } = world;
  const found = new Map<number, number>();
  for (let c = 0; c < scratch.candidates; c++)
    found.set(scratch.candidate[c]!, scratch.candidateGenerator[c]!);
  return found;
}

/** Recall by source, in the order of the sources. Serving changes no state, so a world with its faults left out may be asked. */
export function probeRecall(world: World, probes: readonly Probe[]): Recall[] {
  const whole = recordAlike({ ...world, faults: [] });
  const expected = new Float64Array(SOURCE_COUNT);
  const found = new Float64Array(SOURCE_COUNT);
  for (const probe of probes) {
    const now = candidatesOf(world, probe);
    for (const [idea, source] of candidatesOf(whole, probe)) {
      expected[source] = expected[source]! + 1;
      if (now.get(idea) === source) found[source] = found[source]! + 1;
    }
  }
  return Array.from(expected, (of, g) => ({ expected: of, found: found[g]! }));
}
