/** State hashes of the worlds on record, as this engine computes them. */
import { DAYS, SEEDS, type Golden } from '../../golden/worlds.ts';
import { dailyHashes } from '../../sim/longRuns.ts';

const hashes: Golden = Object.fromEntries(SEEDS.map((seed) => [seed, dailyHashes(seed, DAYS)]));
postMessage(hashes);
