/** One sentence of a spoken answer. */
export interface Part {
  readonly text: string;
  /** Lower is kept longer; zero is always said. */
  readonly rank: number;
}

export const said = (text: string, rank = 0): Part => ({ text, rank });
