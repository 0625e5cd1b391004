/**
 * Tastes that follow what is met: interest in a topic grows where an idea is likelier to be saved than the ordinary one
 * and cools where it is less likely. Worlds have fixed tastes unless their setup asks for this.
 */
import { TOPIC_COUNT } from '../presets.ts';
import type { People } from './people.ts';

/** Chance that an examined slot is saved on an ordinary day: where interest neither grows nor cools. Design value. */
const ORDINARY = 0.028;

/** `rate`: change of interest for one save beyond the ordinary. `saved`, `examined`: chances in one slot. */
export function formTaste(
  people: People,
  person: number,
  topic: number,
  rate: number,
  saved: number,
  examined: number,
): void {
  const at = person * TOPIC_COUNT + topic;
  const moved = people.interest[at]! + rate * (saved - ORDINARY * examined);
  people.interest[at] = Math.max(0, Math.min(1, moved));
}
