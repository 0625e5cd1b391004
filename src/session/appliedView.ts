/** The orders given, and what has become of each. */
import { isStanding } from '../sim/delivery/control.ts';
import { tickLabel } from '../sim/clock.ts';
import type { Run } from './run.ts';
import type { View } from './view.ts';
import { actWords } from './words.ts';

export function appliedOf({ pair }: Run): View['applied'] {
  return pair.live.applied.map((a) => ({
    id: a.id,
    label: actWords(a.spec),
    spec: a.spec,
    atLabel: tickLabel(a.effectTick),
    state: a.state,
    canUndo: isStanding(a),
    note: a.note,
  }));
}
