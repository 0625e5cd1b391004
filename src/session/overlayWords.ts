/** What a plot lays behind its first line, and what each is called: what is expected there, and the week before. */
import type { SeriesPanel } from './viewPanels.ts';

export const OVERLAYS = ['past', 'week'] as const;
export type OverlayId = (typeof OVERLAYS)[number];

export interface Overlay {
  readonly id: OverlayId;
  readonly label: string;
  /** By point of the panel; null: no record. */
  readonly values: readonly (number | null)[];
}

/** Of a cut the first line's alone, by its name: a plot with twice its lines says less. Without record: left out. */
export function overlaysOf({ lines, past }: Pick<SeriesPanel, 'lines' | 'past'>): Overlay[] {
  const [first] = lines;
  if (first === undefined) return [];
  const whose = lines.length === 1 ? '' : `${first.label}, `;
  const overlays: Overlay[] = [
    { id: 'past', label: `${whose}${past}`, values: first.baseline },
    { id: 'week', label: `${whose}last week`, values: first.weekBefore ?? [] },
  ];
  return overlays.filter((overlay) => overlay.values.some((value) => value !== null));
}
