/** Which stage of the pipeline an order blames, and which readings single a stage out. */
import type { InterventionKind, InterventionSpec } from '../../sim/interventions.ts';
import type { SettingId } from '../../sim/settings.ts';
import { cuts, locatesStage, reads, tests, views } from '../bearing.ts';
import type { Seen } from '../logbook.ts';

type Stage = 'retrieval' | 'ranking' | 'filter' | 'machines';

/** Null: it touches the log, the app, an experiment or a machinery, and no stage. */
const STAGES: Readonly<Record<InterventionKind, Stage | null>> = {
  'freeze-deploys': null,
  'stop-ramp': null,
  'pin-model': null,
  'stop-promotion': null,
  'pause-arm': null,
  'pause-release': null,
  'skip-training': null,
  'stop-job': null,
  'suspend-robots': null,
  'rollback-model': 'ranking',
  'route-cohort': 'ranking',
  'promote-model': 'ranking',
  'nonfinite-guard': 'ranking',
  'kill-generator': 'retrieval',
  'dedupe-events': null,
  'quarantine-rows': null,
  retrain: 'ranking',
  'exposure-cap': 'retrieval',
  exploration: 'retrieval',
  diversity: 'ranking',
  'normalise-popularity': 'retrieval',
  'fix-client': null,
  // Says its setting, see below.
  'revert-setting': null,
  'feature-fallback': 'ranking',
  'pin-consumer': 'ranking',
  'index-alias': 'retrieval',
  'revert-tower': 'retrieval',
  'rebuild-index': 'retrieval',
  'purge-cache': 'machines',
  'scale-up': 'machines',
  'shed-load': 'machines',
  'retry-budget': 'machines',
  'overflow-to-light': 'machines',
  'replicate-keys': 'machines',
  'image-provider': 'machines',
  'drain-pool': 'machines',
  recalibrate: 'ranking',
  'restore-history': null,
  'cold-start': null,
  'fail-closed': 'filter',
  'filter-off': 'filter',
  'spam-rule': null,
  'newcomer-floor': 'ranking',
  'notification-bar': 'ranking',
  'exclusive-arms': null,
};

const STAGE_OF_SETTING: Readonly<Record<SettingId, Stage | null>> = {
  'utility-weights': 'ranking',
  'source-quotas': 'retrieval',
  'slate-cache': 'machines',
  diversity: 'ranking',
  exploration: 'retrieval',
  'slot-rules': 'ranking',
  'filter-threshold': 'filter',
  'filter-timeout': 'filter',
  'feature-config': 'ranking',
  'cold-start-prior': 'ranking',
  'tier-normalisation': 'ranking',
  'metric-job': null,
  'panel-alignment': null,
  'label-window': null,
  'training-path': null,
  'training-schedule': null,
  'negative-sampling': null,
  'label-join': null,
  balancer: 'machines',
  'retry-policy': 'machines',
  'top-k': 'machines',
  'cache-key': 'machines',
  'onboarding-parser': null,
};

export function stageOf(spec: InterventionSpec): Stage | null {
  return spec.kind === 'revert-setting' ? STAGE_OF_SETTING[spec.setting] : STAGES[spec.kind];
}

export function singlesOut(seen: Seen, stage: Stage): boolean {
  switch (stage) {
    case 'retrieval':
      return views(seen, 'funnel', 'ecosystem') || tests(seen, 'replay');
    case 'ranking':
      return locatesStage(seen) || cuts(seen, 'arm', 'model');
    case 'filter':
      return views(seen, 'funnel', 'person') || tests(seen, 'replay');
    case 'machines':
      return views(seen, 'funnel', 'serving') || reads(seen, 'p99_ms') || cuts(seen, 'pool');
  }
}
