/** Holds and changes beyond those of ranker versions: jobs, settings, indexes, machines, filters, experiments. */
import { castName } from '../castName.ts';
import type { Run } from '../run.ts';
import type { MenuItem } from '../view.ts';
import { plain } from './acts.ts';
import { change, hold } from './choices.ts';
import { contentChanges } from './contentChanges.ts';
import { indexChanges, machineChanges } from './servingChanges.ts';
import { settingChanges } from './settingChanges.ts';

export function remedyHolds(run: Run): MenuItem[] {
  const item = hold(run);
  return [
    item('stop-job', 'Stop a job', 'where it stands', [
      {
        label: 'Re-embedding',
        detail: 'the index keeps both versions',
        spec: { kind: 'stop-job', job: 're-embedding' },
      },
      {
        label: 'Deletion',
        detail: 'what is erased stays erased',
        spec: { kind: 'stop-job', job: 'deletion' },
      },
    ]),
    item(
      'suspend-robots',
      'Suspend the robots',
      'that act on reported numbers',
      plain({ kind: 'suspend-robots' }),
    ),
  ];
}

export function remedyChanges(run: Run): MenuItem[] {
  return [
    ...settingChanges(run),
    ...indexChanges(run),
    ...machineChanges(run),
    ...contentChanges(run),
    ...arms(run),
  ];
}

interface Trial {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

function arms(run: Run): MenuItem[] {
  const { rollouts, experiments = [] } = run.scenario.world;
  const pairs = [
    ...pairsOf(
      rollouts.map(({ id, label, owner }) => ({
        id,
        label,
        detail: `owner ${castName(run.scenario, owner)}`,
      })),
    ),
    ...pairsOf(
      experiments.map(({ id, layer }) => ({
        id,
        label: `Experiment ${id}`,
        detail: `layer ${layer}`,
      })),
    ),
  ];
  return [
    change(run)(
      'exclusive-arms',
      'Take two trials apart',
      'no person in both',
      pairs.map(({ one, other }) => ({
        label: `${one.label} leaves the people of ${other.label}`,
        detail: one.detail,
        spec: { kind: 'exclusive-arms', rollout: one.id, than: other.id },
      })),
    ),
  ];
}

/** Each beside each other one of its kind: a layout and a ranker are not taken apart by who is in them. */
function pairsOf(trials: readonly Trial[]): { readonly one: Trial; readonly other: Trial }[] {
  return trials.flatMap((one) =>
    trials.filter((other) => other.id !== one.id).map((other) => ({ one, other })),
  );
}
