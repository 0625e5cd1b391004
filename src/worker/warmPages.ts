/**
 * Worlds as they stood when the page came, kept so that an incident opened again with the same seed need not be lived
 * through again. Only a convenience: what cannot be kept or read is simulated anew, and says so to nobody.
 */
import { hashString } from '../determinism/hash.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { SIMULATOR_VERSION } from '../session/recordingFormat.ts';
import type { Run } from '../session/run.ts';
import { restoreRun, snapshotOf, type Snapshot } from '../session/snapshot.ts';

/** Where snapshots lie; a page's database, a test's map. */
export interface WarmStore {
  get(key: string): Promise<Snapshot | undefined>;
  /** May forget others to make room. */
  put(key: string, snapshot: Snapshot): Promise<void>;
}

/** `build`: names the code that makes the world, so that another build's are not taken for it. */
export function warmKey(build: string, scenario: CompiledScenario, seed: string): string {
  return hashString(JSON.stringify([build, SIMULATOR_VERSION, scenario, seed]));
}

/** The run at its page from the store, or made by `start` and kept. */
export async function warmPage(
  store: WarmStore | undefined,
  key: string,
  start: () => Run,
): Promise<Run> {
  if (store === undefined) return start();
  const known = await store.get(key).catch(() => undefined);
  if (known !== undefined) return restoreRun(known);
  const page = start();
  // Written as it is now: whoever plays on from here plays on a copy.
  await store.put(key, snapshotOf(page)).catch(() => undefined);
  return page;
}
