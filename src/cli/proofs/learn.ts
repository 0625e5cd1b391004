/** `scenarios:check --learn`: expectations that a few worlds agree on, for the author to confirm one by one. */
import { proposals } from '../../proof/measure/learn.ts';
import { seedName } from '../measuredTable.ts';
import { proposalsInYaml } from './proposalsYaml.ts';
import { learntOf, measureJobs, type Loaded, type ProofJob } from './jobs.ts';

export async function learn(
  loaded: readonly Loaded[],
  seeds: number,
  say: (text: string) => void,
): Promise<number> {
  const jobs = loaded.flatMap((one) =>
    Array.from({ length: seeds }, (_, i): ProofJob => ({
      ...one,
      kind: 'learn',
      seed: seedName(i),
      times: 0,
    })),
  );
  const kept = await measureJobs(jobs, new AbortController().signal, say);
  for (const { scenario } of loaded) {
    const proposed = proposals(scenario, learntOf(kept, scenario.id));
    console.log(`# ${scenario.id}: ${proposed.length} proposals from ${seeds} worlds`);
    if (proposed.length > 0) console.log(proposalsInYaml(proposed));
  }
  return 0;
}
