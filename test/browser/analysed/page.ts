/** The page that has a worker analyse the run on record, in whatever engine opens it. */
import type { CompiledScenario } from '../../../src/scenario/compiled.ts';
import type { Command } from '../../../src/session/commands.ts';
import type { AnalysisHashes } from '../../golden/analysed.ts';

declare global {
  var analysed: (
    scenario: CompiledScenario,
    commands: readonly Command[],
  ) => Promise<AnalysisHashes>;
}

globalThis.analysed = (scenario, commands) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', (event: MessageEvent<AnalysisHashes>) =>
      resolve(event.data),
    );
    worker.postMessage({ scenario, commands });
  });
