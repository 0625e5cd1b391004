/** Least sizes of a world: fewer people or sessions is no way to be fast. */
import type { WorldFigures } from './benchWorld.ts';

const LEAST = {
  standard: { people: 12_000, ideas: 6_000, creators: 600, impressions: 1_500_000 },
  check: { people: 2_000, ideas: 2_000, creators: 200, impressions: 250_000 },
} as const;
const LEAST_CANDIDATES = 64;

/** What falls short, in words; empty when nothing does. */
export function shortfalls(preset: keyof typeof LEAST, figures: WorldFigures): string[] {
  const least = LEAST[preset];
  const found: string[] = [];
  for (const name of ['people', 'ideas', 'creators', 'impressions'] as const) {
    if (figures[name] < least[name])
      found.push(`${preset}: ${figures[name]} ${name}, fewer than ${least[name]}`);
  }
  if (figures.candidates < LEAST_CANDIDATES)
    found.push(
      `${preset}: ${figures.candidates} candidates per request, fewer than ${LEAST_CANDIDATES}`,
    );
  return found;
}
