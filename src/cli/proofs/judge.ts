/** Verdicts on every incident and on the library, and how many of them are findings. */
import { proveLibrary } from '../../proof/balance.ts';
import { proveScenario, reversalsOf } from '../../proof/prove.ts';
import type { Proof } from '../../proof/verdict.ts';
import { simulatorNow } from '../measuredTable.ts';
import { evidenceOf, type Kept, type Loaded } from './jobs.ts';
import { orderedAlready } from './ordered.ts';
import { committedOf, reportOn, settled, type FullReport, type ScenarioReport } from './report.ts';

export interface Judged {
  readonly report: FullReport;
  /** Incidents whose committed report was measured on something else. */
  readonly stale: ReadonlySet<string>;
}

/** `alone`: what this run could not settle stays so; else the committed report, where it is not stale, speaks. */
export function judge(
  loaded: readonly Loaded[],
  kept: readonly Kept[],
  committed: FullReport | null,
  alone: boolean,
): Judged {
  const stale = new Set<string>();
  const scenarios = loaded.map(({ scenario }): ScenarioReport => {
    const evidence = evidenceOf(scenario, kept);
    const known = committedOf(committed, scenario);
    if (known.stale) stale.add(scenario.id);
    const own = reportOn(scenario, evidence, proveScenario(scenario, evidence));
    return settled(own, known.stale || alone ? null : known.report);
  });
  const library = proveLibrary(
    loaded.map(({ scenario }) => scenario),
    loaded.flatMap(({ scenario }) => {
      const ordered = orderedAlready(scenario);
      return reversalsOf(scenario, ordered.length > 0 ? ordered : evidenceOf(scenario, kept).lines);
    }),
  );
  return { report: { simulator: simulatorNow(), scenarios, library }, stale };
}

/** What is refuted. `besides`: and was not refuted there already. */
export function findingsIn(report: FullReport, besides: FullReport | null): Proof[] {
  const isNew = (proof: Proof, known: readonly Proof[]): boolean =>
    proof.verdict === 'refuted' &&
    !known.some((k) => k.proof === proof.proof && k.verdict === 'refuted');
  const knownOf = (id: string): readonly Proof[] =>
    besides?.scenarios.find((s) => s.id === id)?.proofs ?? [];
  return [
    ...report.scenarios.flatMap(({ id, proofs }) => proofs.filter((p) => isNew(p, knownOf(id)))),
    ...[report.library].filter((p) => isNew(p, besides === null ? [] : [besides.library])),
  ];
}
