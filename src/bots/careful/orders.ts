/** What is ordered about a suspect at once and in one go, whoever is hurt. */
import type { InterventionSpec } from '../../sim/interventions.ts';
import type { SettingId } from '../../sim/settings.ts';
import type { Suspect } from './suspects.ts';

export const STOP_PROMOTION: InterventionSpec = { kind: 'stop-promotion' };

const putBack = (setting: SettingId): InterventionSpec => ({ kind: 'revert-setting', setting });

/** Those of whom it matters whom they hurt, or that are dealt with step by step. */
type InSteps = 'version' | 'build' | 'counts' | 'pictures' | 'night';

export function ordersFor(suspect: Exclude<Suspect, { what: InSteps }>): InterventionSpec[] {
  switch (suspect.what) {
    case 'source':
      return [{ kind: 'freeze-deploys' }, { kind: 'index-alias', source: suspect.source }];
    case 'tower':
      // Nothing more is embedded as the newer tower asks; then both halves are the older ones.
      return [
        { kind: 'stop-job', job: 're-embedding' },
        { kind: 'revert-tower', source: suspect.source },
        { kind: 'index-alias', source: suspect.source },
      ];
    case 'filter':
      return [{ kind: 'freeze-deploys' }, putBack('filter-threshold')];
    case 'blend':
      return [{ kind: 'freeze-deploys' }, putBack('utility-weights')];
    case 'job':
      return [putBack('metric-job')];
    case 'experiment':
      return [{ kind: 'pause-arm', rollout: suspect.rollout }];
    case 'setting':
      return [putBack(suspect.setting)];
    case 'scale':
      return [STOP_PROMOTION, { kind: 'recalibrate', head: 'save' }];
    case 'taste':
      return [{ kind: 'retrain', recipe: 'debiased' }];
    case 'training':
      return [putBack('training-path'), { kind: 'retrain', recipe: 'plain' }];
    case 'pool':
      return [{ kind: 'drain-pool', pool: suspect.pool }];
    case 'newcomers':
      return [{ kind: 'cold-start' }];
    case 'verdicts':
      return [{ kind: 'fail-closed' }, putBack('filter-timeout')];
    case 'accounts':
      return [{ kind: 'spam-rule', breadth: 'narrow' }];
  }
}
