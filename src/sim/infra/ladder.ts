/** The fallback ladder: which rung answers a minute's requests, how long they take, and what the record keeps of it. */
import type { World } from '../world.ts';
import {
  CLIENT_TIMEOUT_MS,
  DEADLINE_MS,
  LIGHT_MS,
  MISSED,
  MOST_ERRORS,
  POPULAR_CAPACITY,
  POPULAR_MS,
  STORE_TIMEOUT_MS,
} from './design.ts';
import { addMoved, addPoint, beginMixture, mixtureQuantile } from './quantiles.ts';
import { METRIC_COUNT } from './record.ts';
import { recordOf } from './series.ts';
import { medianMs, missShare, p99Ms } from './service.ts';
import {
  DELAY,
  FAILED,
  FALLBACK_MS,
  FIELD_COUNT,
  HEAVY,
  LIGHT,
  LOST_MS,
  POPULAR,
  RETRIES,
  RUNG,
  SHED,
} from './state.ts';
import { BUSIEST } from './traffic.ts';
import { minuteOfDay } from '../clock.ts';

/** What the minute's arithmetic hands on; working memory, filled for one pool after the other. */
export interface PoolMinute {
  /** First attempts per second, those shed, attempts of the others. */
  offered: number;
  shed: number;
  attempts: number;
  /** Utilisation of the heavy ranker and of the store. */
  utilisation: number;
  store: number;
  /** Share of attempts sent to the light ranker at once, and of the others lost to overload. */
  spilled: number;
  lost: number;
  /** Share of requests the light ranker answers of those that come to it. */
  lightOk: number;
}

/** Fills the pool's rungs and writes the minute's record. */
export function climb(world: World, pool: number, m: PoolMinute, tick: number): void {
  const { now, hitShare } = world.infra;
  const at = pool * FIELD_COUNT;
  const entering = m.offered - m.shed;
  const shed = m.offered === 0 ? 0 : m.shed / m.offered;
  const per = entering === 0 ? 1 : m.attempts / entering;
  // Of first attempts: answered by the heavy ranker, sent to the light one at once, and lost with all their retries.
  let heavy = per * (1 - m.spilled) * (1 - m.lost);
  let spilled = per * m.spilled;
  const over = heavy + spilled;
  if (over > 1) {
    heavy /= over;
    spilled /= over;
  }
  const lost = 1 - heavy - spilled;
  const late = heavy * missShare(m.utilisation);
  const down = lost + spilled;
  const light = down * m.lightOk;
  const room = (POPULAR_CAPACITY * BUSIEST) / Math.max(1, entering);
  const popular = Math.min(room, down - light);
  const served = 1 - shed;
  now[at + RUNG + HEAVY] = served * (heavy - late);
  now[at + RUNG + LIGHT] = served * (light + late * MISSED[0]);
  const failed = Math.min(MOST_ERRORS, late * MISSED[2]);
  now[at + RUNG + POPULAR] = served * (popular + late * (MISSED[1] + MISSED[2]) - failed);
  now[at + RUNG + SHED] = shed;
  now[at + RUNG + FAILED] = served * (down - light - popular + failed);
  // A request of mean luck has seen so many attempts fail before the one that was answered.
  const failedBefore = Math.max(0, per - 1);
  now[at + LOST_MS] = failedBefore * CLIENT_TIMEOUT_MS;
  now[at + FALLBACK_MS] =
    down < 0.005 || spilled > lost
      ? DEADLINE_MS
      : now[at + RETRIES]! * CLIENT_TIMEOUT_MS + DEADLINE_MS;
  write(world, pool, m, tick, hitShare, heavy - late, lost, spilled, late);
}

function write(
  world: World,
  pool: number,
  m: PoolMinute,
  tick: number,
  hitShare: number,
  heavy: number,
  lost: number,
  spilled: number,
  late: number,
): void {
  const { infra } = world;
  const { now } = infra;
  const at = pool * FIELD_COUNT;
  const { values, pools } = recordOf(world, tick);
  const v = (minuteOfDay(tick) * pools + pool) * METRIC_COUNT;
  const hot = infra.hotTimeout > 0 || infra.hotUtilisation > 0.9 ? infra.hotTouched : 0;
  const plain = lost === 0 && spilled === 0 && m.shed === 0 && now[at + DELAY] === 0 && hot === 0;
  if (!plain) mix(world, pool, m, heavy, lost, spilled, late, hot);
  values[v] = m.offered;
  values[v + 1] = m.attempts;
  values[v + 2] = m.offered * (1 - now[at + RUNG + FAILED]!);
  values[v + 3] = m.attempts - (m.offered - m.shed);
  values[v + 4] = m.utilisation;
  values[v + 5] = m.store;
  values[v + 6] = now[at + RUNG + HEAVY]!;
  values[v + 7] = now[at + RUNG + LIGHT]!;
  values[v + 8] = now[at + RUNG + POPULAR]!;
  values[v + 9] = now[at + RUNG + SHED]!;
  values[v + 10] = now[at + RUNG + FAILED]!;
  values[v + 11] = m.lost;
  values[v + 12] = plain ? medianMs(m.utilisation) : mixtureQuantile(0.5);
  values[v + 13] = plain ? p99Ms(m.utilisation) : mixtureQuantile(0.99);
  values[v + 14] = hitShare;
  values[v + 15] = infra.hotShard < 0 ? m.store : infra.hotUtilisation;
}

/** Latency in trouble: the parts of the mixture. */
function mix(
  world: World,
  pool: number,
  m: PoolMinute,
  heavy: number,
  lost: number,
  spilled: number,
  late: number,
  hot: number,
): void {
  const { infra } = world;
  const at = pool * FIELD_COUNT;
  const delay = infra.now[at + DELAY]!;
  const again = Math.round(infra.now[at + RETRIES]!);
  beginMixture(medianMs(m.utilisation), p99Ms(m.utilisation));
  // Answered by the heavy ranker at the first attempt, the second, and so on; a hot key makes it wait besides.
  let sum = 0;
  for (let k = 0, power = 1; k <= again; k++, power *= m.lost) sum += power;
  for (let k = 0, power = 1; k <= again; k++, power *= m.lost) {
    const share = (heavy * power) / sum;
    const ms = k * CLIENT_TIMEOUT_MS + delay;
    addMoved(share * (1 - hot), ms);
    addMoved(share * hot * infra.hotTimeout, ms + STORE_TIMEOUT_MS);
    addMoved(share * hot * (1 - infra.hotTimeout), ms + hotWaitMs(infra.hotUtilisation) / 2);
  }
  addPoint(spilled, LIGHT_MS);
  addPoint(late, DEADLINE_MS + LIGHT_MS);
  addPoint(lost, again * CLIENT_TIMEOUT_MS + DEADLINE_MS + LIGHT_MS);
  if (m.shed > 0) addPoint(m.shed / (m.offered - m.shed), POPULAR_MS);
}

/** Longest wait (ms) for a hot key that is not given up. */
export function hotWaitMs(utilisation: number): number {
  return utilisation >= 1
    ? STORE_TIMEOUT_MS
    : STORE_TIMEOUT_MS * Math.max(0, utilisation - 0.9) * 10;
}
