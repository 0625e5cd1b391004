/** What readers of a status note now believe, each belief judged by what was on the log when it was sent. */
import type { NoteNeed } from '../scenario/compiled.ts';
import type { NoteDraft } from './commands.ts';
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
      { text: register.text, supported: register.needs.every((need) => met(run, need, tick)) },
    ];
  });
}

/** Was the need on the log by that minute? Judged by what was known then, never by what turned out later. */
function met(run: Noted, need: NoteNeed, tick: number): boolean {
  switch (need.need) {
    case 'looked':
      return run.desk.readings.some(
        (r) => r.tick <= tick && (r.view === need.view || r.view === `test ${need.view}`),
      );
    case 'declared':
      return run.desk.radiusHistory.some((r) => r.tick <= tick && r.claim[need.layer] !== null);
    case 'acted':
      return run.log.some(
        (e) =>
          (e.kind === 'command' || e.kind === 'inherited') &&
          e.tick <= tick &&
          e.command.kind === 'act',
      );
    case 'recovered':
      return run.log.some((e) => e.kind === 'state' && e.tick <= tick && e.state === 'recovered');
    case 'never':
      return false;
  }
}
