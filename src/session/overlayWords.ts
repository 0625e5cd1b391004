/** The line that stands for a plot, and what is laid behind it and how that is called: its past, a week, a year before. */
import type { SeriesLine, SeriesPanel } from './viewPanels.ts';

export const OVERLAYS = ['past', 'week', 'year'] as const;
export type OverlayId = (typeof OVERLAYS)[number];

export interface Overlay {
  readonly id: OverlayId;
  readonly label: string;
  /** By point of the panel; null: no record. */
  readonly values: readonly (number | null)[];
}

/** Errors are not told apart below this, per cent. */
const LEAST_ERROR = 0.1;

type Held = Pick<SeriesLine, 'deviation' | 'error'>;

/** How far a line is out of its own noise, in errors; 0 where it is held against nothing. */
export function standsOut({ deviation, error }: Held): number {
  return Math.abs(deviation ?? 0) / Math.max(LEAST_ERROR, error ?? 1);
}

/** Index of the line furthest out of its noise; of equals, and of none, the first. */
export function leadOf(lines: readonly Held[]): number {
  const out = lines.map(standsOut);
  return Math.max(0, out.indexOf(Math.max(...out)));
}

/** Of a cut one line's alone, by its name: a plot with twice its lines says less. Without record: left out. */
export function overlaysOf({
  lines,
  lead,
  past,
}: Pick<SeriesPanel, 'lines' | 'lead' | 'past'>): Overlay[] {
  const line = lines[lead];
  if (line === undefined) return [];
  const whose = lines.length === 1 ? '' : `${line.label}, `;
  const overlays: Overlay[] = [
    { id: 'past', label: `${whose}${past}`, values: line.baseline },
    { id: 'week', label: `${whose}last week`, values: line.weekBefore ?? [] },
    { id: 'year', label: `${whose}a year ago`, values: line.yearBefore ?? [] },
  ];
  return overlays.filter((overlay) => overlay.values.some((value) => value !== null));
}
