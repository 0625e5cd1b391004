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
function warmKey(build: string, scenario: CompiledScenario, seed: string): string {
  return hashString(JSON.stringify([build, SIMULATOR_VERSION, scenario, seed]));
}

/** Where pages are kept, and what names the code that made them. */
export interface Warm {
  readonly store: WarmStore;
  readonly build: string;
}

/** The run at its page from the store, or made by `start` and kept. */
export async function warmPage(
  warm: Warm | undefined,
  scenario: CompiledScenario,
  seed: string,
  start: () => Run,
): Promise<Run> {
  if (warm === undefined) return start();
  const { store } = warm;
  const key = warmKey(warm.build, scenario, seed);
  const known = await store.get(key).catch(() => undefined);
  if (known !== undefined) return restoreRun(known);
  const page = start();
  // Nobody waits for it, and it stays as it is: whoever plays on from here plays on a copy.
  store.put(key, snapshotOf(page)).catch(() => undefined);
  return page;
}
