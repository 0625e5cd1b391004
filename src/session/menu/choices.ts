/** Items that offer one order with each of several values. */
import type { InterventionSpec } from '../../sim/interventions.ts';
import type { Run } from '../run.ts';
import type { MenuItem } from '../view.ts';
import { upperFirst } from '../words.ts';
import { act } from './acts.ts';

export interface Choice {
  readonly label: string;
  readonly detail: string;
  readonly spec: InterventionSpec;
}

export const choices = <T>(
  list: readonly T[],
  label: (item: T) => string,
  detail: string,
  spec: (item: T) => InterventionSpec,
): Choice[] => list.map((item) => ({ label: upperFirst(label(item)), detail, spec: spec(item) }));

type Make = (
  kind: InterventionSpec['kind'],
  label: string,
  hint: string,
  of: readonly Choice[],
) => MenuItem;

export const hold =
  (run: Run): Make =>
  (kind, label, hint, of) =>
    act(run, `hold-${kind}`, label, hint, kind, of, false);

export const change =
  (run: Run): Make =>
  (kind, label, hint, of) =>
    act(run, `change-${kind}`, label, hint, kind, of, false);
