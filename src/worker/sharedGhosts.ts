/** Scripted players in the world of a closed case, worked out by several threads. */
import { analysedWorld } from '../scoring/debriefOf.ts';
import { createGhosts, GHOSTS, type GhostCurve } from '../scoring/ghosts.ts';
import type { Run } from '../session/run.ts';
import { openShared } from './sharedBands.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { shareOut } from './shareOut.ts';

export async function ghostsShared(
  run: Run,
  page: Run,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<GhostCurve[]> {
  await openShared(run, page, analysts);
  let alone: ReturnType<typeof createGhosts> | null = null;
  return shareOut(
    GHOSTS,
    analysts,
    (analyst, id, onPart) => analyst.ask('ghost', id, onPart),
    (id, onPart) => {
      alone ??= createGhosts(analysedWorld(run, page).page);
      return alone(id, onPart);
    },
    'The same case, played by others',
    onProgress,
  );
}
