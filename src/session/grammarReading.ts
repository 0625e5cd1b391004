/**
 * Ids of readings: a panel at a minute (`panel@8645`) or over a range (`panel@8400-8645`). What pinning, links and
 * notes refer to; a panel's own id may hold any character.
 */
export interface ReadingId {
  readonly panel: string;
  /** Equal for a reading of one minute. */
  readonly from: number;
  readonly to: number;
}

export function readingId({ panel, from, to }: ReadingId): string {
  return from === to ? `${panel}@${to}` : `${panel}@${from}-${to}`;
}

/** Null for what is no reading's id; an empty or backward range is none. */
export function parseReadingId(text: string): ReadingId | null {
  const found = /^(.*)@(\d{1,9})(?:-(\d{1,9}))?$/s.exec(text);
  if (found === null) return null;
  const [, panel = '', first = '', last] = found;
  const from = Number(first);
  const to = last === undefined ? from : Number(last);
  if (last !== undefined && to <= from) return null;
  return { panel, from, to };
}

/** The panel of a reading that is of the whole panel, not of a range of it. */
export function wholePanelOf(text: string): string | null {
  const id = parseReadingId(text);
  return id !== null && id.from === id.to ? id.panel : null;
}
