/** Lines of a closed case under other luck, worked out by several threads. */
import { BRANCHES, branchCurves, type BranchCurves } from '../analysis/branches.ts';
import { analysedWorld } from '../scoring/debriefOf.ts';
import type { Run } from '../session/run.ts';
import { snapshotOf } from '../session/snapshot.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { shareOut } from './shareOut.ts';

export async function bandsShared(
  run: Run,
  page: Run,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<BranchCurves[]> {
  const [first, ...others] = analysts;
  let world: ReturnType<typeof analysedWorld> | null = null;
  if (first !== undefined) {
    const played = { run: snapshotOf(run), page: snapshotOf(page) };
    // A slow case is played again in the small world; once is enough.
    const smaller = await first.ask('open', played);
    await Promise.all(others.map((analyst) => analyst.ask('open', smaller ?? played)));
  }
  return shareOut(
    BRANCHES,
    analysts,
    (analyst, branch) => analyst.ask('branch', branch),
    (branch) => {
      world ??= analysedWorld(run, page);
      return branchCurves(world.run, world.page, branch);
    },
    'The same days with other luck',
    onProgress,
  );
}
