/** From the analysis to the plain findings that principles, verdict and bands are judged on. */
import type { Analysis } from '../analysis/conclusion.ts';
import type { Findings } from './findings.ts';

export function findingsOf(analysis: Analysis): Findings {
  const total = (id: string): number => analysis.lines.find((l) => l.id === id)?.curve.total ?? 0;
  return {
    harm: {
      nothing: total('nothing'),
      you: total('you'),
      reference: total('reference'),
      rollback: total('rollback'),
      everything: total('everything'),
      unit: 'million saves',
    },
    impact: analysis.impact,
    layers: analysis.layers.map((l) => ({
      layer: l.layer,
      truthNobody: l.census.hurt.length === 0,
      precision: l.score.precision,
      recall: l.score.recall,
      saidNothing: l.claim === null,
    })),
    witnessUnaffected: analysis.witness,
    remedyShare: analysis.remedyShare,
    hurtShare: analysis.hurtShare,
    recovered: analysis.recovered,
    relapsed: analysis.relapsed,
    repairsOpen: analysis.repairsOpen,
  };
}
