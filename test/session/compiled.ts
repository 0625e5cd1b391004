/**
 * Runs as they ship: sessions, the host and Node's worker thread, bundled and imported by Node itself, because the
 * simulator is ten times slower module by module. See test/bundled/bundle.ts.
 */
import { bundleFiles } from '../bundled/bundle.ts';
import type * as orders from '../../src/cli/measureOrders.ts';
import type * as foretold from '../../src/analysis/belief/foretold.ts';
import type * as signatures from '../../src/analysis/belief/signatures.ts';
import type * as trace from '../../src/analysis/belief/trace.ts';
import type * as asked from '../../src/analysis/marks/asked.ts';
import type * as incidentTable from '../../src/analysis/marks/incidentTable.ts';
import type * as weighing from '../../src/analysis/marks/weighing.ts';
import type * as ghosts from '../../src/scoring/ghosts.ts';
import type * as marksView from '../../src/scoring/marksView.ts';
import type * as preparation from '../../src/worker/preparation.ts';
import type * as analyst from '../../src/analysis/analyst.ts';
import type * as branches from '../../src/analysis/branches.ts';
import type * as lines from '../../src/analysis/lines.ts';
import type * as stage from '../../src/analysis/stage.ts';
import type * as advance from '../../src/session/advance.ts';
import type * as layers from '../../src/analysis/layers.ts';
import type * as provenLines from '../../src/proof/measure/lines.ts';
import type * as provenBelief from '../../src/proof/measure/belief.ts';
import type * as provenWays from '../../src/proof/measure/ways.ts';
import type * as process from '../../src/cli/measureProcess.ts';
import type * as validity from '../../src/cli/measureValidity.ts';
import type * as rewind from '../../src/analysis/rewind.ts';
import type * as playOut from '../../src/bots/playOut.ts';
import type * as roster from '../../src/bots/roster.ts';
import type * as believed from '../../src/session/believed.ts';
import type * as checkpoints from '../../src/session/checkpoints.ts';
import type * as dispatch from '../../src/session/dispatch.ts';
import type * as divergence from '../../src/session/divergence.ts';
import type * as marks from '../../src/session/marks.ts';
import type * as pipeline from '../../src/session/pipeline.ts';
import type * as recording from '../../src/session/recording.ts';
import type * as replay from '../../src/session/replay.ts';
import type * as run from '../../src/session/run.ts';
import type * as strip from '../../src/session/strip.ts';
import type * as takeOver from '../../src/session/takeOver.ts';
import type * as viewOf from '../../src/session/viewOf.ts';
import type * as respond from '../../src/sim/people/respond.ts';
import type * as turns from '../../src/worker/turns.ts';
import type * as pairs from '../../src/sim/pair.ts';
import type * as members from '../../src/sim/panel/members.ts';
import type * as ownColumns from '../../src/sim/ownColumns.ts';
import type * as stateHash from '../../src/sim/stateHash.ts';
import type * as debriefOf from '../../src/scoring/debriefOf.ts';
import type * as snapshot from '../../src/session/snapshot.ts';
import type * as analystHost from '../../src/worker/analystHost.ts';
import type * as host from '../../src/worker/host.ts';
import type * as sharedBelief from '../../src/worker/sharedBelief.ts';
import type * as decisionView from '../../src/scoring/decisionView.ts';
import type * as decisions from '../../src/scoring/decisions.ts';
import type * as nodeClient from '../../src/worker/nodeClient.ts';
import type * as remoteAnalyst from '../../src/worker/remoteAnalyst.ts';
import type * as sharedAnalysis from '../../src/worker/sharedAnalysis.ts';
import type * as rpc from '../../src/worker/rpc.ts';

/** What the tests use. A module is named twice: for its types above, and here for its code. */
const MODULES = [
  'cli/measureOrders.ts',
  'analysis/belief/foretold.ts',
  'analysis/belief/signatures.ts',
  'analysis/belief/trace.ts',
  'analysis/marks/asked.ts',
  'analysis/marks/incidentTable.ts',
  'analysis/marks/weighing.ts',
  'analysis/analyst.ts',
  'analysis/branches.ts',
  'analysis/layers.ts',
  'analysis/lines.ts',
  'analysis/stage.ts',
  'cli/measureProcess.ts',
  'cli/measureValidity.ts',
  'proof/measure/belief.ts',
  'proof/measure/lines.ts',
  'proof/measure/ways.ts',
  'analysis/rewind.ts',
  'bots/playOut.ts',
  'bots/roster.ts',
  'session/advance.ts',
  'session/believed.ts',
  'session/checkpoints.ts',
  'session/dispatch.ts',
  'session/divergence.ts',
  'session/marks.ts',
  'session/pipeline.ts',
  'session/recording.ts',
  'session/replay.ts',
  'session/run.ts',
  'session/strip.ts',
  'session/takeOver.ts',
  'session/viewOf.ts',
  'sim/pair.ts',
  'sim/panel/members.ts',
  'sim/people/respond.ts',
  'sim/ownColumns.ts',
  'sim/stateHash.ts',
  'scoring/debriefOf.ts',
  'scoring/decisionView.ts',
  'scoring/decisions.ts',
  'scoring/ghosts.ts',
  'scoring/marksView.ts',
  'session/snapshot.ts',
  'worker/analystHost.ts',
  'worker/host.ts',
  'worker/nodeClient.ts',
  'worker/preparation.ts',
  'worker/remoteAnalyst.ts',
  'worker/rpc.ts',
  'worker/sharedAnalysis.ts',
  'worker/sharedBelief.ts',
  'worker/turns.ts',
];

type Surface = typeof orders &
  typeof foretold &
  typeof signatures &
  typeof trace &
  typeof asked &
  typeof incidentTable &
  typeof weighing &
  typeof ghosts &
  typeof marksView &
  typeof preparation &
  typeof respond &
  typeof turns &
  typeof takeOver &
  typeof analyst &
  typeof branches &
  typeof layers &
  typeof lines &
  typeof stage &
  typeof advance &
  typeof process &
  typeof validity &
  typeof provenBelief &
  typeof provenLines &
  typeof provenWays &
  typeof rewind &
  typeof playOut &
  typeof roster &
  typeof believed &
  typeof checkpoints &
  typeof dispatch &
  typeof divergence &
  typeof marks &
  typeof pipeline &
  typeof recording &
  typeof replay &
  typeof run &
  typeof strip &
  typeof viewOf &
  typeof pairs &
  typeof members &
  typeof ownColumns &
  typeof stateHash &
  typeof debriefOf &
  typeof snapshot &
  typeof analystHost &
  typeof host &
  typeof nodeClient &
  typeof remoteAnalyst &
  typeof sharedAnalysis &
  typeof sharedBelief &
  typeof decisionView &
  typeof decisions &
  typeof rpc;

const src = (module: string): URL => new URL(`../../src/${module}`, import.meta.url);
const fileOf = await bundleFiles({
  session: MODULES.map(src),
  nodeEntry: src('worker/nodeEntry.ts'),
});

/** Node's worker thread, as built. */
export const workerEntry: URL = fileOf('nodeEntry');
/** The same bundle for child processes. */
export const sessionFile: string = fileOf('session').href;
export const session = (await import(/* @vite-ignore */ sessionFile)) as Surface;
