/**
 * Blending: a greedy pick with soft-spacing penalties on topic and on look. Penalties are absolute, in probability
 * units, so a model whose probabilities are too small is blended towards variety and away from relevance: calibration
 * matters, not order alone.
 */
import { drawn, subKey } from '../../determinism/random.ts';
import { isPopular } from '../infra/requests.ts';
import { NO_IDEA } from '../people/people.ts';
import { HEAD_COUNT, RELATED, SEARCH, SLATE_SIZES } from '../presets.ts';
import type { World } from '../world.ts';
import { ITEM_INPUTS } from '../data/layout.ts';
import type { Scratch, Slate } from './scratch.ts';
import { G_FRESH } from './sources/add.ts';

/** Cost of a topic already present in the last WINDOW slots, per occurrence, in units of utility. */
const TOPIC_PENALTY = 0.013;
const LOOK_PENALTY = 0.004;
const WINDOW = 8;

/**
 * Fills the slate from the scored candidates; in the random-exposure slice in random order. A slate from a cache, the
 * person's own or the one of what is popular, keeps its order.
 */
export function blend(
  world: World,
  surface: number,
  salt: number,
  random: boolean,
  out: Slate,
): void {
  const { scratch } = world;
  const { effects, candidates, chosen } = scratch;
  const key = subKey(world.keys.serving, salt);
  const size = SLATE_SIZES[surface]!;
  const n = Math.min(size, candidates);
  if (out.cached || isPopular(out.rung)) for (let p = 0; p < n; p++) chosen[p] = p;
  else if (random) shuffle(scratch, subKey(key, 7), n);
  else
    scratch.kernel.fill(
      candidates,
      n,
      WINDOW,
      // Who searches for a topic wants that topic.
      surface === SEARCH || surface === RELATED ? 0 : TOPIC_PENALTY * effects.topicSpacing,
      LOOK_PENALTY * effects.lookSpacing,
      exploring(world, subKey(key, 8), n),
      G_FRESH,
      effects.dropBest && candidates > size ? 1 : 0,
    );
  for (let p = 0; p < n; p++) put(scratch, chosen[p]!, p, out);
  out.length = n;
  out.distorted = effects.features;
  if (effects.dropFresh) emptyFresh(out);
}

/** The first `n` of a random order of the candidates (Fisher and Yates). */
function shuffle({ chosen, candidates }: Scratch, key: number, n: number): void {
  for (let c = 0; c < candidates; c++) chosen[c] = c;
  for (let p = 0; p < n; p++) {
    const other = p + Math.floor(drawn(key, p) * (candidates - p));
    const pick = chosen[other]!;
    chosen[other] = chosen[p]!;
    chosen[p] = pick;
  }
}

/** Bits of the slots that are for exploration. */
function exploring(world: World, key: number, n: number): number {
  const { reserved, exploration } = world.scratch.effects;
  let bits = reserved;
  for (let p = 0; p < n; p++) if (drawn(key, p) < exploration) bits |= 1 << p;
  return bits;
}

/** Takes fresh ideas out of a finished slate and leaves their slots empty. */
function emptyFresh(out: Slate): void {
  for (let p = 0; p < out.length; p++) if (out.generator[p] === G_FRESH) out.item[p] = NO_IDEA;
}

/** Copies a candidate into its slot. */
function put(scratch: Scratch, pick: number, position: number, out: Slate): void {
  const topic = scratch.candidateTopic[pick]!;
  const look = scratch.candidateLook[pick]!;
  out.item[position] = scratch.candidate[pick]!;
  out.generator[position] = scratch.candidateGenerator[pick]!;
  out.topic[position] = topic;
  out.look[position] = look;
  out.match[position] = scratch.candidateMatch[pick]!;
  out.dot[position] = scratch.candidateDot[pick]!;
  out.topicShare[position] = scratch.topicShare[topic]!;
  out.seenTopic[position] = scratch.seenTopic[topic]!;
  out.seenLook[position] = scratch.seenLook[look]!;
  if (scratch.effects.features)
    for (let k = 0; k < ITEM_INPUTS; k++)
      out.inputs[position * ITEM_INPUTS + k] = scratch.candidateItem[pick * ITEM_INPUTS + k]!;
  for (let h = 0; h < HEAD_COUNT; h++)
    out.stated[position * HEAD_COUNT + h] = scratch.candidateStated[pick * HEAD_COUNT + h]!;
}
