/** What of a closed run is worked out only when somebody asks. */
import type { Foretold } from '../analysis/belief/foretold.ts';
import { queriesOfRun } from '../analysis/marks/asked.ts';
import type { IncidentTable } from '../analysis/marks/incidentTable.ts';
import { byLayer, type Radii } from '../analysis/marks/radii.ts';
import { firstWeighed } from '../analysis/marks/weighing.ts';
import type { RadiusTruth } from '../scoring/debrief.ts';
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

export interface Asked {
  readonly run: Run;
  readonly page: Run;
  readonly analysts: readonly RemoteAnalyst[];
  readonly onProgress: OnProgress;
  /** What was foretold for the run last asked about, since a decision needs it again. */
  readonly told: LastOf<Run, Foretold[]>;
  readonly tableOf: (onProgress: OnProgress) => Promise<IncidentTable>;
  /** What the board of the run says of whom it touched; undefined: there is none yet. */
  readonly layers: RadiusTruth['layers'] | undefined;
}

export async function workedOut(
  kind: WorkedOutKind,
  { run, page, analysts, onProgress, told, tableOf, layers }: Asked,
): Promise<Body<Response>> {
  if (kind === 'bands')
    return { type: 'bands', branches: await bandsShared(run, page, analysts, onProgress) };
  if (kind === 'ghosts')
    return { type: 'ghosts', ghosts: await ghostsShared(run, page, analysts, onProgress) };
  if (kind === 'preventions')
    return { type: 'preventions', preventions: await preventionsShared(run, analysts, onProgress) };
  const table = kind === 'belief' ? null : await tableOf(onProgress);
  const foretold = await told.of(run, () =>
    foretellShared(
      run.scenario,
      queriesOfRun(run),
      analysts,
      table === null ? onProgress : () => undefined,
    ),
  );
  if (table === null) return { type: 'belief', belief: beliefViewOf(run, foretold) };
  if (kind === 'looks') {
    const { path, supported } = firstWeighed(run, foretold, table, layers && foundIn(layers));
    return { type: 'looks', looks: looksViewOf(run, path, supported) };
  }
  return {
    type: 'decision',
    decision: await decideShared(run, foretold, table, analysts, onProgress),
  };
}

function foundIn(layers: RadiusTruth['layers']): Radii {
  return byLayer((layer) => layers.find((l) => l.layer === layer)?.touched ?? []);
}
