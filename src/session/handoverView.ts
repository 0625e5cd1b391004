/** The shift as it was taken over: from whom, with what words, and what they had done. */
import { castName } from './castName.ts';
import { tickLabel } from '../sim/clock.ts';
import type { Run } from './run.ts';
import type { HandoverView } from './view.ts';

export function handoverOf({ scenario, log }: Pick<Run, 'scenario' | 'log'>): HandoverView | null {
  const { handover } = scenario;
  const event = log.find(({ kind }) => kind === 'handover');
  if (handover === undefined || event === undefined) return null;
  return {
    from: castName(scenario, handover.from),
    atLabel: tickLabel(event.tick),
    note: handover.note,
    moves: log.flatMap((e) =>
      e.kind === 'inherited' ? [{ atLabel: tickLabel(e.tick), label: e.label }] : [],
    ),
  };
}
