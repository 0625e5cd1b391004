/** The code of every idea in a dimension, as a world stands. */
import { dayOf } from '../clock.ts';
import type { ItemDimension } from '../itemSegments.ts';
import { shardOf } from '../serving/sources/add.ts';
import type { World } from '../world.ts';

/** Shares of the catalogue at which the bands of popularity begin, the last apart. */
const BANDS = [0.01, 0.1, 0.5] as const;
const FRESH_DAYS = 1;
const WEEK_DAYS = 7;

/** One code an idea; of ideas uploaded after `tick`, whatever it comes to. */
export function itemCodes(world: World, dimension: ItemDimension, tick: number): Uint8Array {
  const { ideas } = world;
  const codes = new Uint8Array(ideas.count);
  if (dimension === 'popularity') return bandCodes(world, codes);
  const day = dayOf(tick);
  for (let i = 0; i < ideas.count; i++) {
    switch (dimension) {
      case 'topic':
        codes[i] = ideas.topic[i]!;
        break;
      case 'look':
        codes[i] = ideas.look[i]!;
        break;
      case 'price':
        codes[i] = ideas.price[i]!;
        break;
      case 'age': {
        const age = day - ideas.birthDay[i]!;
        codes[i] = age <= FRESH_DAYS ? 0 : age <= WEEK_DAYS ? 1 : 2;
        break;
      }
      case 'creator':
        codes[i] = ideas.creatorTier[ideas.creator[i]!]!;
        break;
      case 'shard':
        codes[i] = shardOf(i);
        break;
    }
  }
  return codes;
}

/** Bands by logged impressions of late: what the platform takes for popular, as it stands now. */
function bandCodes(world: World, codes: Uint8Array): Uint8Array {
  const { ideas, counters } = world;
  const order: number[] = [];
  for (let i = 0; i < ideas.count; i++) if (ideas.live[i] === 1) order.push(i);
  order.sort((a, b) => counters.exposures[b]! - counters.exposures[a]! || a - b);
  codes.fill(BANDS.length);
  order.forEach((idea, rank) => {
    const band = BANDS.findIndex((edge) => rank < edge * order.length);
    codes[idea] = band < 0 ? BANDS.length : band;
  });
  return codes;
}
