/** An order as an item of the menu, and whether anything of a name may be ordered now. */
import { refusal } from '../../incident/runner.ts';
import {
  INTERVENTION_PRICES,
  type InterventionKind,
  type InterventionSpec,
} from '../../sim/interventions.ts';
import type { Run } from '../run.ts';
import type { MenuItem } from '../view.ts';

export function act(
  run: Run,
  id: string,
  label: string,
  hint: string,
  kind: InterventionKind,
  choices: readonly { label: string; detail: string; spec: InterventionSpec }[],
  takesScope: boolean,
): MenuItem {
  const price = INTERVENTION_PRICES[kind];
  const only = choices.length === 1 && choices[0]!.label === '' ? choices[0]! : null;
  return {
    id,
    label,
    hint,
    cost: price.cost,
    lag: price.lag,
    undo: price.reversible ? 'yes' : 'no',
    takesScope,
    disabled:
      forbidden(run, kind) ??
      (choices.length === 0 ? 'There is nothing here to hold or change.' : null),
    choices:
      only === null
        ? choices.map((c) => ({
            label: c.label,
            detail: c.detail,
            command: { kind: 'act', act: c.spec },
          }))
        : [],
    command: only === null ? null : { kind: 'act', act: only.spec },
  };
}

export const plain = (
  spec: InterventionSpec,
): { label: string; detail: string; spec: InterventionSpec }[] => [{ label: '', detail: '', spec }];

export function forbidden(run: Run, name: string): string | null {
  if (run.desk.closed !== null) return 'The case is closed.';
  return refusal(run.chart.legality, name);
}
