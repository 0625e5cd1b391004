/** What of a closed run is worked out only when somebody asks. */
import type { Foretold } from '../analysis/belief/foretold.ts';
import { beliefViewOf } from '../scoring/beliefView.ts';
import type { Run } from '../session/run.ts';
import type { LastOf } from './lastOf.ts';
import type { Response, WorkedOutKind } from './protocol.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { bandsShared } from './sharedBands.ts';
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
): Promise<Body<Response>> {
  if (kind === 'bands')
    return { type: 'bands', branches: await bandsShared(run, page, analysts, onProgress) };
  if (kind === 'preventions')
    return { type: 'preventions', preventions: await preventionsShared(run, analysts, onProgress) };
  const isBelief = kind === 'belief';
  const foretold = await told.of(run, () =>
    foretellShared(run, analysts, isBelief ? onProgress : () => undefined),
  );
  return isBelief
    ? { type: 'belief', belief: beliefViewOf(run, foretold) }
    : { type: 'decision', decision: await decideShared(run, foretold, analysts, onProgress) };
}
