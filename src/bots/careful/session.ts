/** A careful player sits down: responds to the page, and at the end names whoever was found to be behind it. */
import type { View } from '../../session/view.ts';
import { CAUSE_UNKNOWN, type Closing, type Player } from '../bot.ts';
import { respond } from './respond.ts';
import type { Suspect } from './suspects.ts';

/** Confidence after a remedy that was seen to help, per cent. */
const TRIED = 80;

/** What of a suspect the words of a cause would hold. */
function wordOf(suspect: Suspect): string {
  switch (suspect.what) {
    case 'version':
      return suspect.version;
    case 'build':
      return suspect.build;
    case 'counts':
      return 'count';
    case 'source':
      return 'index';
    case 'tower':
      return 'version';
    case 'blend':
      return 'weight';
    case 'scale':
      return 'states';
    case 'pool':
      return suspect.pool;
    case 'verdicts':
      return 'filter';
    case 'setting':
      return suspect.setting.split('-')[0] ?? suspect.setting;
    default:
      return suspect.what;
  }
}

/** The cause offered whose words name the suspect. */
function causeOf({ closing }: View, suspect: Suspect | null): Closing {
  if (suspect === null) return CAUSE_UNKNOWN;
  const word = wordOf(suspect);
  const cause = closing.causes.find(({ label }) => label.toLowerCase().includes(word));
  return cause === undefined
    ? CAUSE_UNKNOWN
    : { ...CAUSE_UNKNOWN, cause: cause.id, confidence: TRIED };
}

/** `mayReverse`: whether a version may be taken back at all. */
export function careful(mayReverse: boolean): Player {
  let suspect: Suspect | null = null;
  return {
    moves: (first) => respond(first, { mayReverse, told: (found) => (suspect = found) }),
    closing: (last) => causeOf(last, suspect),
  };
}
