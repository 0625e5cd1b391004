/** What the platform knows and how it is set, as the one literal that makes each, see `worldAlike`. */
import type { Counters } from '../data/counters.ts';
import type { RowChunk } from '../data/rows.ts';
import type { Control } from '../delivery/control.ts';
import type { ModelLine } from '../delivery/registry.ts';
import type { Infra } from '../infra/state.ts';
import type { PopularTable } from '../serving/popular.ts';

export const countersAlike = (r: Counters): Counters => ({
  exposures: r.exposures,
  saves: r.saves,
  closeups: r.closeups,
  servedToday: r.servedToday,
  botSaves: r.botSaves,
  logRate: r.logRate,
  logCloseup: r.logCloseup,
  freshness: r.freshness,
  logExposure: r.logExposure,
});

export const popularAlike = (r: PopularTable): PopularTable => ({
  leaves: r.leaves,
  root: r.root,
  sum: r.sum,
  own: r.own,
  first: r.first,
});

export const controlAlike = (r: Control): Control => ({
  routes: r.routes,
  pinned: r.pinned,
  promotionStopped: r.promotionStopped,
  frozen: r.frozen,
  held: r.held,
  staged: r.staged,
  pausedReleases: r.pausedReleases,
  deduped: r.deduped,
  fixedBuilds: r.fixedBuilds,
  quarantines: r.quarantines,
  skipTraining: r.skipTraining,
  cap: r.cap,
  exploration: r.exploration,
  diversity: r.diversity,
  lookDiversity: r.lookDiversity,
  normalise: r.normalise,
  killed: r.killed,
  guard: r.guard,
  reverted: r.reverted,
  fallbacks: r.fallbacks,
  failClosed: r.failClosed,
  filterOff: r.filterOff,
  stopped: r.stopped,
  robotsSuspended: r.robotsSuspended,
  pinnedConsumers: r.pinnedConsumers,
  aliased: r.aliased,
  olderTower: r.olderTower,
  rebuilt: r.rebuilt,
  scaled: r.scaled,
  shedShare: r.shedShare,
  retryBudget: r.retryBudget,
  overflow: r.overflow,
  replicated: r.replicated,
  secondProvider: r.secondProvider,
  drained: r.drained,
  recalibrated: r.recalibrated,
  restored: r.restored,
  coldStart: r.coldStart,
  spamRule: r.spamRule,
  newcomerFloor: r.newcomerFloor,
  exclusive: r.exclusive,
  notificationBar: r.notificationBar,
  purges: r.purges,
});

export const infraAlike = (r: Infra): Infra => ({
  pools: r.pools,
  now: r.now,
  hitShare: r.hitShare,
  coldUntil: r.coldUntil,
  coldShare: r.coldShare,
  hotShard: r.hotShard,
  hotTimeout: r.hotTimeout,
  hotUtilisation: r.hotUtilisation,
  hotIdeas: r.hotIdeas,
  hotTouched: r.hotTouched,
  hotVersion: r.hotVersion,
  series: r.series,
});

export const lineAlike = (r: ModelLine): ModelLine => ({
  version: r.version,
  spec: r.spec,
  snapshots: r.snapshots,
  served: r.served,
  frozen: r.frozen,
});

export const rowsAlike = (r: RowChunk): RowChunk => ({
  day: r.day,
  length: r.length,
  person: r.person,
  idea: r.idea,
  minute: r.minute,
  features: r.features,
  weight: r.weight,
  predicted: r.predicted,
  build: r.build,
  tenure: r.tenure,
  history: r.history,
  surface: r.surface,
  generator: r.generator,
  topic: r.topic,
  region: r.region,
  tier: r.tier,
  match: r.match,
  labels: r.labels,
  flags: r.flags,
  delay: r.delay,
});
