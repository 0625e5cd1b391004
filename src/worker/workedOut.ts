/** What of a closed run is worked out only when somebody asks. */
import type { Foretold } from '../analysis/belief/foretold.ts';
import type { IncidentTable } from '../analysis/marks/incidentTable.ts';
import { firstWeighed } from '../analysis/marks/weighing.ts';
import { beliefViewOf } from '../scoring/beliefView.ts';
import { looksViewOf } from '../scoring/marksView.ts';
import type { Run } from '../session/run.ts';
import type { LastOf } from './lastOf.ts';
import type { Response, WorkedOutKind } from './protocol.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { bandsShared } from './sharedBands.ts';
import { ghostsShared } from './sharedGhosts.ts';
import { preventionsShared } from './sharedPreventions.ts';
import { decideShared, foretellShared } from './sharedBelief.ts';

type Body<T> = T extends { readonly type: WorkedOutKind } ? Omit<T, 'id'> : never;

/** `told`: what was foretold for the run last asked about, since a decision needs it again. */
export async function workedOut(
  kind: WorkedOutKind,
  run: Run,
  page: Run,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
  told: LastOf<Run, Foretold[]>,
  tableOf: (onProgress: OnProgress) => Promise<IncidentTable>,
): Promise<Body<Response>> {
  if (kind === 'bands')
    return { type: 'bands', branches: await bandsShared(run, page, analysts, onProgress) };
  if (kind === 'ghosts')
    return { type: 'ghosts', ghosts: await ghostsShared(run, page, analysts, onProgress) };
  if (kind === 'preventions')
    return { type: 'preventions', preventions: await preventionsShared(run, analysts, onProgress) };
  const table = kind === 'belief' ? null : await tableOf(onProgress);
  const foretold = await told.of(run, () =>
    foretellShared(run, analysts, table === null ? onProgress : () => undefined),
  );
  if (table === null) return { type: 'belief', belief: beliefViewOf(run, foretold) };
  if (kind === 'looks') {
    const { path, supported } = firstWeighed(run, foretold, table);
    return { type: 'looks', looks: looksViewOf(run, path, supported) };
  }
  return {
    type: 'decision',
    decision: await decideShared(run, foretold, table, analysts, onProgress),
  };
}
