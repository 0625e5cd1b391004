/**
 * `check --expect`: every expectation of every incident, measured by running its mechanism in the small world. An
 * expectation is refuted where it fails on most of the seeds; a reading carries noise, so one seed alone proves little.
 */
import type { CompiledScenario, Expectation } from '../scenario/compiled.ts';
import { variantsOf } from '../scenario/variants.ts';
import type { Measured } from '../proof/measure/expectations.ts';
import { runJobs } from './shards.ts';
import { signed, tableText } from './table.ts';

const SEEDS = ['seed-1', 'seed-2', 'seed-3'] as const;

export interface ExpectationResult {
  readonly scenario: string;
  readonly id: string;
  readonly claim: string;
  readonly measured: readonly Measured[];
  readonly refuted: boolean;
}

export async function expectAll(
  scenarios: readonly { readonly file: string; readonly scenario: CompiledScenario }[],
): Promise<ExpectationResult[]> {
  const jobs = scenarios.flatMap(({ file, scenario }) =>
    SEEDS.map((seed) => ({
      label: `${scenario.id}, ${seed}`,
      argv: ['check', file, '--child', seed],
    })),
  );
  const measured = (await runJobs(jobs, (label, done, of) =>
    console.error(`${done} of ${of}: ${label}`),
  )) as Measured[][][];
  return scenarios.flatMap(({ scenario }, s) =>
    variantsOf(scenario).flatMap(({ id, expectations }, v) =>
      expectations.map((expectation) => {
        const own = measured
          .slice(s * SEEDS.length, (s + 1) * SEEDS.length)
          .flatMap((variants) => (variants[v] ?? []).filter((m) => m.id === expectation.id));
        return {
          scenario: id,
          id: expectation.id,
          claim: claimText(expectation),
          measured: own,
          refuted: isRefuted(own),
        };
      }),
    ),
  );
}

export function isRefuted(measured: readonly Measured[]): boolean {
  return measured.filter((m) => m.holds).length * 2 <= measured.length;
}

function claimText({ metric, expect, percent }: Expectation): string {
  return `${metric} ${expect === 'flat' ? 'flat within' : `${expect} by`} ${percent} %`;
}

export function expectText(results: readonly ExpectationResult[]): string {
  return tableText(
    ['incident', 'expectation', 'claim', 'measured, % by seed', 'holds on', ''],
    results.map((r) => [
      r.scenario,
      r.id,
      r.claim,
      r.measured.map((m) => (m.deviation === null ? 'nothing' : signed(m.deviation))).join('  '),
      `${r.measured.filter((m) => m.holds).length} of ${r.measured.length}`,
      r.refuted ? 'REFUTED' : '',
    ]),
  );
}
