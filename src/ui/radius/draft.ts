/** The radius on screen before it is declared, and the way back through its edits. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { RadiusClaim } from '../../session/commands.ts';
import { editRadius, sameClaim, UNSAID, type RadiusEdit } from './edit.ts';

/** Edits that can be taken back. */
const MOST_UNDONE = 50;

export interface Draft {
  readonly claim: Signal<RadiusClaim>;
  /** Is there an edit to take back? A declaration is none: it stays said. */
  readonly edited: ReadonlySignal<boolean>;
  edit(edit: RadiusEdit): void;
  undo(): void;
  /** Another run: its edits are not these. */
  forget(): void;
}

export const createDraft = (): Draft => {
  const claim = signal<RadiusClaim>(UNSAID);
  /** The claim before each edit, oldest first. */
  const earlier = signal<readonly RadiusClaim[]>([]);
  return {
    claim,
    edited: computed(() => earlier.value.length > 0),
    edit: (change) => {
      const edited = editRadius(claim.value, change);
      if (sameClaim(edited, claim.value)) return;
      earlier.value = [...earlier.value.slice(-MOST_UNDONE + 1), claim.value];
      claim.value = edited;
    },
    undo: () => {
      const before = earlier.value.at(-1);
      if (before === undefined) return;
      earlier.value = earlier.value.slice(0, -1);
      claim.value = before;
    },
    forget: () => (earlier.value = []),
  };
};
