/** Holds: cheap and reversible stops. */
import { castName } from '../castName.ts';
import type { Run } from '../run.ts';
import type { MenuItem } from '../view.ts';
import { act, plain } from './acts.ts';

export function holds(run: Run): MenuItem[] {
  const { rollouts, models, builds, experiments = [] } = run.scenario.world;
  const releases = builds.filter((b) => b.adoption.length > 1);
  return [
    act(
      run,
      'hold-freeze',
      'Freeze deploys',
      'no stage moves and no job changes a setting, until lifted',
      'freeze-deploys',
      plain({ kind: 'freeze-deploys' }),
      false,
    ),
    act(
      run,
      'hold-ramp',
      'Stop a ramp',
      'a rollout stays where it is',
      'stop-ramp',
      rollouts.map((r) => ({
        label: r.label,
        detail: `owner ${castName(run.scenario, r.owner)}`,
        spec: { kind: 'stop-ramp', rollout: r.id },
      })),
      false,
    ),
    act(
      run,
      'hold-pin',
      'Pin a version',
      'nothing newer goes into service',
      'pin-model',
      models.map((m) => ({
        label: m.version,
        detail: 'stale by a quarter per cent a day',
        spec: { kind: 'pin-model', version: m.version },
      })),
      false,
    ),
    act(
      run,
      'hold-promotion',
      'Stop auto-promotion',
      'new trainings wait',
      'stop-promotion',
      plain({ kind: 'stop-promotion' }),
      false,
    ),
    act(
      run,
      'hold-arm',
      'Pause an arm',
      'its people go back to control',
      'pause-arm',
      [
        ...rollouts.map(({ id, label }) => ({ id, label })),
        ...experiments.map(({ id }) => ({ id, label: `Experiment ${id}` })),
      ].map(({ id, label }) => ({
        label,
        detail: 'the read-out stops',
        spec: { kind: 'pause-arm', rollout: id },
      })),
      false,
    ),
    act(
      run,
      'hold-release',
      'Pause an app release',
      'installs that exist stay',
      'pause-release',
      releases.map((b) => ({
        label: b.build,
        detail: 'store roll-out halted',
        spec: { kind: 'pause-release', build: b.build },
      })),
      false,
    ),
    act(
      run,
      'hold-training',
      'Skip tonight’s training',
      'yesterday’s weights stay',
      'skip-training',
      plain({ kind: 'skip-training' }),
      false,
    ),
  ];
}
