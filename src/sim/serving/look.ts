/** The pair features of every candidate: what the ranker reads, the light one too, and what the log keeps of a slate. */
import { EMBED_DIMS } from '../presets.ts';
import type { World } from '../world.ts';
import { dot16 } from './dot.ts';
import { matchCode } from './match.ts';

export function look(world: World, person: number): void {
  const { scratch, ideas, people } = world;
  const { candidate, candidates, missing, userEmbedding } = scratch;
  const index = scratch.residents.index(world.index);
  const region = people.region[person]!;
  const misses = scratch.kernel.look(index, candidates, region, people.budget[person]!);
  // Uploaded since the index was built, or kept in a slate for longer than the catalogue did.
  for (let k = 0; k < misses; k++) {
    const c = missing[k]!;
    const idea = candidate[c]!;
    scratch.candidateTopic[c] = ideas.topic[idea]!;
    scratch.candidateLook[c] = ideas.look[idea]!;
    scratch.candidateMatch[c] = matchCode(people, ideas, person, idea);
    scratch.candidateDot[c] = dot16(userEmbedding, 0, ideas.embedding, idea * EMBED_DIMS);
  }
}
