/** The simulator as it ships, for tests: see `bundled/bundle.ts`. */
import { bundle } from '../bundled/bundle.ts';
import type * as worlds from './worlds.ts';
import type * as longRuns from './longRuns.ts';
import type * as paired from './effects/paired.ts';
import type * as itemSegments from '../../src/sim/itemSegments.ts';
import type * as itemCells from '../../src/sim/telemetry/itemCells.ts';
import type * as itemReadings from '../../src/sim/telemetry/itemReadings.ts';
import type * as golden from '../../src/sim/telemetry/golden.ts';
import type * as parity from '../../src/sim/telemetry/parity.ts';
import type * as labelDiff from '../../src/sim/telemetry/labelDiff.ts';
import type * as similar from '../../src/sim/telemetry/similar.ts';
import type * as exposure from '../../src/sim/telemetry/exposure.ts';
import type * as gauges from '../../src/sim/gauges.ts';
import type * as readGauge from '../../src/sim/telemetry/gauges/read.ts';
import type * as probes from '../../src/sim/telemetry/probes.ts';
import type * as generators from '../../src/sim/generators.ts';
import type * as infraRecord from '../../src/sim/infra/record.ts';
import type * as effectsShape from '../../src/sim/serving/effectsShape.ts';
import type * as infraSeries from '../../src/sim/infra/series.ts';
import type * as trees from '../../src/sim/serving/trees.ts';
import type * as treesFit from '../../src/sim/serving/treesFit.ts';
import type * as infraState from '../../src/sim/infra/state.ts';
import type * as pools from '../../src/sim/delivery/pools.ts';
import type * as clock from '../../src/sim/clock.ts';
import type * as clientLog from '../../src/sim/data/clientLog.ts';
import type * as labels from '../../src/sim/data/labels.ts';
import type * as offline from '../../src/sim/data/offline.ts';
import type * as calibration from '../../src/sim/data/calibration.ts';
import type * as score from '../../src/sim/data/score.ts';
import type * as training from '../../src/sim/training.ts';
import type * as registry from '../../src/sim/delivery/registry.ts';
import type * as experiments from '../../src/sim/delivery/experiments.ts';
import type * as sampleRatios from '../../src/sim/delivery/sampleRatio.ts';
import type * as readout from '../../src/sim/telemetry/readout.ts';
import type * as observer from '../../src/sim/telemetry/observer.ts';
import type * as noise from '../../src/sim/telemetry/noise.ts';
import type * as readings from '../../src/sim/telemetry/readings.ts';
import type * as signups from '../../src/sim/people/signups.ts';
import type * as series from '../../src/sim/telemetry/series.ts';
import type * as weekBefore from '../../src/sim/telemetry/weekBefore.ts';
import type * as yearBefore from '../../src/sim/telemetry/yearBefore.ts';
import type * as season from '../../src/sim/season.ts';
import type * as reportedOf from '../../src/sim/telemetry/reported.ts';
import type * as voice from '../../src/sim/telemetry/voice.ts';
import type * as drift from '../../src/sim/telemetry/drift.ts';
import type * as robots from '../../src/sim/delivery/robots.ts';
import type * as membership from '../../src/sim/people/membership.ts';
import type * as layout from '../../src/sim/data/layout.ts';
import type * as rows from '../../src/sim/data/rows.ts';
import type * as train from '../../src/sim/data/train.ts';
import type * as prior from '../../src/sim/data/prior.ts';
import type * as weigh from '../../src/sim/data/weigh.ts';
import type * as adoption from '../../src/sim/delivery/adoption.ts';
import type * as control from '../../src/sim/delivery/control.ts';
import type * as routing from '../../src/sim/delivery/routing.ts';
import type * as scope from '../../src/sim/delivery/scope.ts';
import type * as fork from '../../src/sim/fork.ts';
import type * as parcel from '../../src/sim/parcel.ts';
import type * as interventions from '../../src/sim/interventions.ts';
import type * as jobs from '../../src/sim/jobs.ts';
import type * as orders from '../../src/sim/orders.ts';
import type * as pair from '../../src/sim/pair.ts';
import type * as evaluate from '../../src/sim/panel/evaluate.ts';
import type * as visits from '../../src/sim/people/visits.ts';
import type * as members from '../../src/sim/panel/members.ts';
import type * as presets from '../../src/sim/presets.ts';
import type * as segments from '../../src/sim/segments.ts';
import type * as effects from '../../src/sim/serving/effects.ts';
import type * as add from '../../src/sim/serving/sources/add.ts';
import type * as quotas from '../../src/sim/serving/sources/quotas.ts';
import type * as serve from '../../src/sim/serving/serve.ts';
import type * as stateHash from '../../src/sim/stateHash.ts';
import type * as step from '../../src/sim/step.ts';
import type * as world from '../../src/sim/world.ts';

/** What the tests use. A module is named twice: for its types above, and here for its code. */
const MODULES = [
  './worlds.ts',
  './longRuns.ts',
  './effects/paired.ts',
  '../../src/sim/gauges.ts',
  '../../src/sim/telemetry/golden.ts',
  '../../src/sim/telemetry/parity.ts',
  '../../src/sim/telemetry/labelDiff.ts',
  '../../src/sim/telemetry/similar.ts',
  '../../src/sim/telemetry/exposure.ts',
  '../../src/sim/itemSegments.ts',
  '../../src/sim/telemetry/itemCells.ts',
  '../../src/sim/telemetry/itemReadings.ts',
  '../../src/sim/telemetry/gauges/read.ts',
  '../../src/sim/telemetry/probes.ts',
  '../../src/sim/generators.ts',
  '../../src/sim/infra/record.ts',
  '../../src/sim/serving/effectsShape.ts',
  '../../src/sim/infra/series.ts',
  '../../src/sim/infra/state.ts',
  '../../src/sim/serving/trees.ts',
  '../../src/sim/serving/treesFit.ts',
  '../../src/sim/delivery/pools.ts',
  '../../src/sim/clock.ts',
  '../../src/sim/data/clientLog.ts',
  '../../src/sim/data/labels.ts',
  '../../src/sim/data/offline.ts',
  '../../src/sim/data/calibration.ts',
  '../../src/sim/data/score.ts',
  '../../src/sim/training.ts',
  '../../src/sim/delivery/registry.ts',
  '../../src/sim/delivery/experiments.ts',
  '../../src/sim/delivery/sampleRatio.ts',
  '../../src/sim/telemetry/readout.ts',
  '../../src/sim/telemetry/observer.ts',
  '../../src/sim/telemetry/noise.ts',
  '../../src/sim/telemetry/readings.ts',
  '../../src/sim/telemetry/series.ts',
  '../../src/sim/telemetry/weekBefore.ts',
  '../../src/sim/telemetry/yearBefore.ts',
  '../../src/sim/people/signups.ts',
  '../../src/sim/season.ts',
  '../../src/sim/telemetry/reported.ts',
  '../../src/sim/telemetry/voice.ts',
  '../../src/sim/telemetry/drift.ts',
  '../../src/sim/delivery/robots.ts',
  '../../src/sim/people/membership.ts',
  '../../src/sim/data/layout.ts',
  '../../src/sim/data/rows.ts',
  '../../src/sim/data/train.ts',
  '../../src/sim/data/prior.ts',
  '../../src/sim/data/weigh.ts',
  '../../src/sim/delivery/adoption.ts',
  '../../src/sim/delivery/control.ts',
  '../../src/sim/delivery/routing.ts',
  '../../src/sim/delivery/scope.ts',
  '../../src/sim/fork.ts',
  '../../src/sim/parcel.ts',
  '../../src/sim/interventions.ts',
  '../../src/sim/jobs.ts',
  '../../src/sim/orders.ts',
  '../../src/sim/pair.ts',
  '../../src/sim/panel/evaluate.ts',
  '../../src/sim/people/visits.ts',
  '../../src/sim/panel/members.ts',
  '../../src/sim/presets.ts',
  '../../src/sim/segments.ts',
  '../../src/sim/serving/effects.ts',
  '../../src/sim/serving/sources/add.ts',
  '../../src/sim/serving/sources/quotas.ts',
  '../../src/sim/serving/serve.ts',
  '../../src/sim/stateHash.ts',
  '../../src/sim/step.ts',
  '../../src/sim/world.ts',
];

type Surface = typeof worlds &
  typeof gauges &
  typeof golden &
  typeof parity &
  typeof labelDiff &
  typeof similar &
  typeof exposure &
  typeof itemSegments &
  typeof itemCells &
  typeof itemReadings &
  typeof readGauge &
  typeof probes &
  typeof longRuns &
  typeof paired &
  typeof generators &
  typeof infraRecord &
  typeof effectsShape &
  typeof infraSeries &
  typeof infraState &
  typeof trees &
  typeof treesFit &
  typeof pools &
  typeof clock &
  typeof clientLog &
  typeof labels &
  typeof offline &
  typeof calibration &
  typeof score &
  typeof training &
  typeof registry &
  typeof experiments &
  typeof sampleRatios &
  typeof readout &
  typeof observer &
  typeof noise &
  typeof readings &
  typeof signups &
  typeof series &
  typeof weekBefore &
  typeof yearBefore &
  typeof season &
  typeof reportedOf &
  typeof voice &
  typeof drift &
  typeof robots &
  typeof membership &
  typeof layout &
  typeof rows &
  typeof train &
  typeof prior &
  typeof weigh &
  typeof adoption &
  typeof control &
  typeof routing &
  typeof scope &
  typeof fork &
  typeof parcel &
  typeof interventions &
  typeof jobs &
  typeof orders &
  typeof pair &
  typeof evaluate &
  typeof visits &
  typeof members &
  typeof presets &
  typeof segments &
  typeof effects &
  typeof add &
  typeof quotas &
  typeof serve &
  typeof stateHash &
  typeof step &
  typeof world;

export const sim = await bundle<Surface>(
  'sim',
  MODULES.map((module) => new URL(module, import.meta.url)),
);
