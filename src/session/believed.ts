/** What readers of a status note now believe, each belief judged by what was on the log when it was sent. */
import type { NoteNeed } from '../scenario/compiled.ts';
import type { NoteDraft } from './commands.ts';
import { ordersStanding } from './ordersGiven.ts';
import type { Run } from './run.ts';

export interface Belief {
  readonly text: string;
  readonly supported: boolean;
}

/** What of a run beliefs are judged by: no world. */
type Noted = Pick<Run, 'scenario' | 'log' | 'desk'>;

/** The wording a claim of a note chose, with what it needs; undefined where the case offers none such. */
export function registerOf(
  { offers }: Run['scenario'],
  claim: NoteDraft['claims'][number],
): Run['scenario']['offers'][number]['registers'][number] | undefined {
  return offers.find((o) => o.id === claim.offer)?.registers.find((r) => r.id === claim.register);
}

export function believedOf(run: Noted, note: NoteDraft, tick: number): Belief[] {
  return note.claims.flatMap((claim) => {
    const register = registerOf(run.scenario, claim);
    if (register === undefined) return [];
    return [
      {
        text: register.text,
        supported: register.needs.every((need) => groundOf(run, need, tick) !== null),
      },
    ];
  });
}

/** What a sentence rests on: a line of the log, or a reading that was pinned. */
export interface Ground {
  readonly tick: number;
  readonly label: string;
  readonly pinned: boolean;
}

/**
 * What met the need by that minute, a pinned reading before others; null where nothing did. By what was known then, never by
 * what turned out later.
 */
export function groundOf({ desk, log }: Noted, need: NoteNeed, tick: number): Ground | null {
  switch (need.need) {
    case 'looked': {
      const read = desk.readings.filter(
        (r) => r.tick <= tick && (r.view === need.view || r.view === `test ${need.view}`),
      );
      const pinned = read.find((r) => desk.pinned.includes(r.id));
      const found = pinned ?? read[0];
      return found === undefined
        ? null
        : { tick: found.tick, label: found.label, pinned: pinned !== undefined };
    }
    case 'declared':
      return plain(
        desk.radiusHistory.find((r) => r.tick <= tick && r.claim[need.layer] !== null),
        'radius declared',
      );
    case 'acted': {
      // What whoever had the shift before ordered, and nobody took back, is done as well.
      const order = ordersStanding(log, tick).find(({ spec }) => need.kinds.includes(spec.kind));
      return order === undefined ? null : plain(order, order.label);
    }
    case 'recovered':
      return plain(
        log.find((e) => e.kind === 'state' && e.tick <= tick && e.state === 'recovered'),
        'recovered, and it held',
      );
    case 'never':
      return null;
  }
}

function plain(entry: { readonly tick: number } | undefined, label: string): Ground | null {
  return entry === undefined ? null : { tick: entry.tick, label, pinned: false };
}
