/** Is an intervention sayable here at all? Parameters are checked; whether it helps is for the world. */
import type { InterventionSpec } from '../sim/interventions.ts';
import type { Run } from './run.ts';

export function checkAct(run: Run, spec: InterventionSpec): string | null {
  const { setup } = run.pair.spec;
  const builds = setup.builds.map((b) => b.build);
  const knows = (version: string): boolean =>
    run.pair.live.lines.some(
      (l) => l.version === version || l.snapshots.some((s) => s.id === version),
    );
  switch (spec.kind) {
    case 'stop-ramp':
    case 'pause-arm':
      return setup.rollouts.some((r) => r.id === spec.rollout)
        ? null
        : `There is no rollout ${spec.rollout}.`;
    case 'pause-release':
    case 'dedupe-events':
    case 'fix-client':
      return builds.includes(spec.build) ? null : `There is no build ${spec.build}.`;
    case 'rollback-model':
    case 'route-cohort':
      if (spec.scope.length === 0) return 'Nobody is selected: the order would change nothing.';
      if (spec.scope.some((c) => c.model !== undefined)) {
        return 'A route cannot choose people by the version that serves them: choose by arm or by cohort.';
      }
      return knows(spec.to) ? null : `There is no version ${spec.to}.`;
    case 'pin-model':
    case 'promote-model':
      return knows(spec.version) ? null : `There is no version ${spec.version}.`;
    case 'quarantine-rows':
      return spec.scope.length === 0 ? 'Nobody is selected: no row would be set aside.' : null;
    case 'exposure-cap':
      return spec.perDay >= 1 && spec.perDay <= 1e6
        ? null
        : 'A cap lies between 1 and a million impressions a day.';
    case 'exploration':
      return spec.share >= 0 && spec.share <= 0.5 ? null : 'Exploration lies between 0 and 50 %.';
    case 'diversity':
      return spec.factor >= 0 && spec.factor <= 5 ? null : 'The factor lies between 0 and 5.';
    case 'freeze-deploys':
    case 'stop-promotion':
    case 'skip-training':
    case 'nonfinite-guard':
    case 'kill-generator':
    case 'retrain':
    case 'normalise-popularity':
      return null;
  }
}
