/** Lines of a closed case under other luck, worked out by several threads. */
import { BRANCHES, branchCurves, type BranchCurves } from '../analysis/branches.ts';
import { analysedWorld } from '../scoring/debriefOf.ts';
import type { Run } from '../session/run.ts';
import { snapshotOf } from '../session/snapshot.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { shareOut } from './shareOut.ts';

/** Opens a case with all of them, in the world of its analysis. */
export async function openShared(
  run: Run,
  page: Run,
  [first, ...others]: readonly RemoteAnalyst[],
): Promise<void> {
  if (first === undefined) return;
  const played = { run: snapshotOf(run), page: snapshotOf(page) };
  // A slow case is played again in the small world; once is enough.
  const smaller = await first.ask('open', played);
  await Promise.all(others.map((analyst) => analyst.ask('open', smaller ?? played)));
}

export async function bandsShared(
  run: Run,
  page: Run,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<BranchCurves[]> {
  await openShared(run, page, analysts);
  let world: ReturnType<typeof analysedWorld> | null = null;
  return shareOut(
    BRANCHES,
    analysts,
    (analyst, branch, onPart) => analyst.ask('branch', branch, onPart),
    (branch, onPart) => {
      world ??= analysedWorld(run, page);
      return branchCurves(world.run, world.page, branch, onPart);
    },
    'The same days with other luck',
    onProgress,
  );
}
