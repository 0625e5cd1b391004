/** How many candidates each source may give a request, by surface. */
import { GENERATORS, type GeneratorId } from '../../generators.ts';
import { CANDIDATE_COUNT } from '../../presets.ts';

export type Quotas = Readonly<Record<GeneratorId, number>>;

/** In the order of SURFACES; each sums to CANDIDATE_COUNT. Design values: likeness is 15 % of home, 60 % of related. */
export const QUOTAS: readonly Quotas[] = [
  { interest: 33, similar: 10, popular: 9, fresh: 4, cosave: 11, query: 0 },
  { interest: 6, similar: 42, popular: 6, fresh: 3, cosave: 10, query: 0 },
  { interest: 0, similar: 0, popular: 6, fresh: 2, cosave: 0, query: 59 },
  { interest: 40, similar: 0, popular: 8, fresh: 4, cosave: 15, query: 0 },
];

/** Quotas without some sources: their places go to the others in proportion. All zero where none is left. */
export function withoutSources(quotas: Quotas, killed: readonly GeneratorId[]): Quotas {
  if (killed.length === 0) return quotas;
  let kept = 0;
  for (const id of GENERATORS) if (!killed.includes(id)) kept += quotas[id];
  const scale = kept === 0 ? 0 : CANDIDATE_COUNT / kept;
  return ofEach((id) => (killed.includes(id) ? 0 : Math.round(quotas[id] * scale)));
}

/** Quotas with one source's share multiplied; the others make room, and keep at least a third of the places. */
export function withFactor(quotas: Quotas, source: GeneratorId, factor: number): Quotas {
  const own = quotas[source];
  if (own === 0 || factor === 1) return quotas;
  const wanted = Math.min(Math.round(CANDIDATE_COUNT * 0.67), Math.round(own * factor));
  const scale = (CANDIDATE_COUNT - wanted) / (CANDIDATE_COUNT - own);
  return ofEach((id) => (id === source ? wanted : Math.round(quotas[id] * scale)));
}

function ofEach(value: (id: GeneratorId) => number): Quotas {
  return Object.fromEntries(GENERATORS.map((id) => [id, value(id)])) as Record<GeneratorId, number>;
}
