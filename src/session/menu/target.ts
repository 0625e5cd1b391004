/** Whom the moves of the menu are aimed at. */
import { EVERYONE, type Scope } from '../../sim/segments.ts';
import type { Run } from '../run.ts';

/** The declared radius: whom every move is aimed at. Undeclared means everyone. */
export function targetOf(run: Run): Scope {
  const { radius } = run.desk;
  const scope =
    radius.hurtNow !== null && radius.hurtNow.length > 0 ? radius.hurtNow : radius.reading;
  return scope === null || scope.length === 0 ? EVERYONE : scope;
}
