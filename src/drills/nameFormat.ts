/**
 * The name of a drill says all that it is made of: a difficulty and a number, so that a link or a recording, which hold the
 * name and nothing else of it, lead to the same drill again.
 */

export const DIFFICULTIES = [1, 2, 3, 4, 5] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Rises with every change of the generator after which a name would mean another drill. */
export const GENERATOR_VERSION = 1;

export interface DrillName {
  readonly difficulty: Difficulty;
  /** From 0. */
  readonly number: number;
}

/** The id of the drill's scenario: `drill-3-17`. */
export function drillId({ difficulty, number }: DrillName): string {
  return `drill-${difficulty}-${number}`;
}

/** By its id, or as people write it, `drill:3-17`; null where it names no drill. */
export function drillNamed(text: string): DrillName | null {
  const [, level, number] = /^drill[-:]([1-5])-(0|[1-9]\d{0,5})$/.exec(text) ?? [];
  const difficulty = DIFFICULTIES.find((d) => String(d) === level);
  return difficulty === undefined ? null : { difficulty, number: Number(number) };
}
