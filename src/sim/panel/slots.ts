/** Which ideas stood in the panel's slates, and what was expected of each: what a cut by kinds of ideas is summed from. */
import { NO_IDEA } from '../people/people.ts';
import { SLATE_SIZES } from '../presets.ts';

/** Every second member's slates are kept: half the memory, and differences are paired anyway. */
export const SLOT_STRIDE = 2;
/** First slot of each surface, and slots of a member. */
export const SLOT_START: readonly number[] = SLATE_SIZES.map((_, s) =>
  SLATE_SIZES.slice(0, s).reduce((sum, size) => sum + size, 0),
);
export const SLOTS = SLATE_SIZES.reduce((sum, size) => sum + size, 0);

/** Five bytes a slot: ids, and chances kept as `√(p / MOST) · 255`. */
export interface PanelSlots {
  /** `⌈members / SLOT_STRIDE⌉ × SLOTS`; NO_IDEA where there is none. */
  readonly item: Uint16Array;
  readonly saves: Uint8Array;
  readonly closeups: Uint8Array;
  readonly hides: Uint8Array;
}

/** Largest chance that can be kept, by act. */
export const MOST = { saves: 1, closeups: 1, hides: 0.25 } as const;
export type SlotAct = keyof typeof MOST;

export function createSlots(members: number): PanelSlots {
  const n = Math.ceil(members / SLOT_STRIDE) * SLOTS;
  return {
    item: new Uint16Array(n).fill(NO_IDEA),
    saves: new Uint8Array(n),
    closeups: new Uint8Array(n),
    hides: new Uint8Array(n),
  };
}

/** Keeps one slot of a member that is recorded. */
export function keepSlot(
  slots: PanelSlots,
  at: number,
  idea: number,
  saves: number,
  closeups: number,
  hides: number,
): void {
  slots.item[at] = idea;
  slots.saves[at] = coded(saves, MOST.saves);
  slots.closeups[at] = coded(closeups, MOST.closeups);
  slots.hides[at] = coded(hides, MOST.hides);
}

function coded(p: number, most: number): number {
  return Math.min(255, Math.round(255 * Math.sqrt(p / most)));
}

/** Chances by code. */
export const DECODED: Readonly<Record<SlotAct, Float64Array>> = {
  saves: decoded(MOST.saves),
  closeups: decoded(MOST.closeups),
  hides: decoded(MOST.hides),
};

function decoded(most: number): Float64Array {
  return Float64Array.from({ length: 256 }, (_, k) => ((most * k) / 255) * (k / 255));
}
