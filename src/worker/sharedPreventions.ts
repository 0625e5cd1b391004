/** Preventions of a closed case tried out by several threads, beside worlds in which nothing is wrong. */
import { IDLE_SEEDS, idleRings, triable, tryOut } from '../analysis/prevention/tryOut.ts';
import { preventionViewOf, type PreventionView } from '../scoring/preventionView.ts';
import type { Run } from '../session/run.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { shareOut } from './shareOut.ts';

export async function preventionsShared(
  run: Run,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<PreventionView[]> {
  const { scenario, seed } = run;
  const rules = triable(scenario).map(({ id }) => id);
  const worlds = rules.length === 0 ? [] : IDLE_SEEDS;
  const all = rules.length + worlds.length;
  const tried = await shareOut(
    rules,
    analysts,
    (analyst, id) => analyst.ask('try-out', { scenario, seed, id }),
    (id) => tryOut(scenario, seed, id),
    'The same case, with the rule in place',
    (done, label) => onProgress((done * rules.length) / all, label),
  );
  const idle = await shareOut(
    worlds,
    analysts,
    (analyst, world) => analyst.ask('idle-rings', { scenario, seed: world }),
    (world) => idleRings(scenario, world),
    'Worlds in which nothing is wrong',
    (done, label) => onProgress((rules.length + done * worlds.length) / all, label),
  );
  return preventionViewOf(run, new Map(rules.map((id, k) => [id, tried[k]!])), idle);
}
