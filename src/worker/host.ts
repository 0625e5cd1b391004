/**
 * The side that owns a run, the same in the page's worker and in Node: requests in, responses out. Anything that cannot
 * happen but does becomes a message with the recording; the thread goes on.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { inWorld } from '../scenario/inWorld.ts';
import { loadNamed } from '../scenario/variants.ts';
import type { Debrief } from '../scoring/debrief.ts';
import { debriefOf } from '../scoring/debriefOf.ts';
import { createCheckpoints, type Checkpoints } from '../session/checkpoints.ts';
import { dispatch } from '../session/dispatch.ts';
import { millionsIn } from '../session/radiusView.ts';
import { readRecording, recordingOf, writeRecording } from '../session/recording.ts';
import { SIMULATOR_VERSION } from '../session/recordingFormat.ts';
import { startRun, verifyRecording } from '../session/replay.ts';
import type { Run } from '../session/run.ts';
import { viewOf } from '../session/viewOf.ts';
import type { AnalystPort } from './analystProtocol.ts';
import { connectAnalyst } from './remoteAnalyst.ts';
import { lastOf } from './lastOf.ts';
import { workedOut } from './workedOut.ts';
import type { Foretold } from '../analysis/belief/foretold.ts';
import { isTraceable } from '../analysis/belief/trace.ts';
import type { IncidentTable } from '../analysis/marks/incidentTable.ts';
import { prepare, type KeptTables, type Preparation } from './preparation.ts';
import type { OnProgress } from './remoteAnalyst.ts';
import { analyseShared } from './sharedAnalysis.ts';
import { tableShared } from './sharedBelief.ts';
import type { Request, Response, WorkedOutKind } from './protocol.ts';
import { warmPage, type Warm } from './warmPages.ts';

export interface HostPort {
  readonly post: (response: Response) => void;
  readonly load: (id: string) => Promise<CompiledScenario | null>;
  /** Where worlds at their page are kept; absent: nowhere. */
  readonly warm?: Warm;
  /** Threads for one analysis; none: it is made in this one. */
  readonly startAnalysts?: () => readonly AnalystPort[];
  /** Works out ahead, while the incident is played, what its debrief will ask for. */
  readonly ahead?: { readonly tables?: KeptTables; readonly pause: () => Promise<void> };
}

/** What is worked out in the worlds of the explanations. */
const OF_EXPLANATIONS: ReadonlySet<WorkedOutKind> = new Set(['belief', 'looks', 'decision']);

/** Least change of progress worth a message. */
const PROGRESS_STEP = 0.01;

interface Kept {
  readonly run: Run;
  /** The run as it was at the page. */
  readonly page: Run;
  readonly checkpoints: Checkpoints;
}

export function createHost(port: HostPort): (request: Request) => Promise<void> {
  let kept: Kept | null = null;
  let preparation: Preparation | null = null;
  let requests = 0;

  /** When a pause has gone by without a request. */
  const quiet = async (pause: () => Promise<void>): Promise<void> => {
    for (let before = -1; before !== requests;) {
      before = requests;
      await pause();
    }
  };

  const prepareFor = (page: Run): void => {
    const { ahead } = port;
    if (ahead === undefined || preparation?.isFor(page.scenario) === true) return;
    preparation?.close();
    preparation = null;
    const analysts = isTraceable(page) ? (port.startAnalysts?.() ?? []).map(connectAnalyst) : [];
    const { tables: kept, pause } = ahead;
    if (analysts.length > 0)
      preparation = prepare(page, analysts, {
        ...(kept === undefined ? {} : { tables: kept }),
        quiet: () => quiet(pause),
      });
  };

  const progressOf = (id: number): ((done: number, label: string) => void) => {
    let last = -1;
    return (done, label) => {
      if (done - last < PROGRESS_STEP && done < 1) return;
      last = done;
      port.post({ id, type: 'progress', done: Math.min(1, done), label });
    };
  };

  const need = (): Kept => {
    if (kept === null) throw new Error('No run is open.');
    return kept;
  };

  /** What was foretold for the run last asked about: a decision needs it again. */
  const told = lastOf<Run, Foretold[]>();
  const tables = lastOf<Run, IncidentTable>();
  const boards = new WeakMap<Run, Debrief>();

  const stopped = (id: number, error: unknown): void => {
    const recording = kept === null ? null : writeRecording(recordingOf(kept.run));
    port.post({
      id,
      type: 'failed',
      notice: {
        code: 'stopped',
        message: `The simulator stopped: ${messageOf(error)} (simulator ${SIMULATOR_VERSION}). Your moves are kept; the recording below holds them all.`,
        recording,
      },
    });
  };

  const handle = async (request: Request): Promise<void> => {
    const { id } = request;
    switch (request.type) {
      case 'open': {
        const scenario = await loadNamed(port.load, request.scenario);
        if (scenario === null) {
          port.post({
            id,
            type: 'failed',
            notice: {
              code: 'unknown-scenario',
              message: `There is no incident “${request.scenario}” in this build. Other incidents are not affected.`,
              recording: null,
            },
          });
          return;
        }
        const progress = progressOf(id);
        const { seed, preset, later } = request;
        const whole = preset === undefined ? scenario : inWorld(scenario, preset);
        const page = await warmPage(port.warm, whole, seed, () => startRun(whole, seed, progress));
        const checkpoints = createCheckpoints(page);
        const run = checkpoints.goBack(request.commands, request.commands.length, progress);
        kept = { run, page, checkpoints };
        port.post({ id, type: 'view', view: viewOf(run) });
        if (later !== true) prepareFor(page);
        return;
      }
      case 'command': {
        const { run, checkpoints } = need();
        const outcome = dispatch(run, request.command, progressOf(id));
        if (outcome.ok) {
          checkpoints.keep(run);
          preparation?.read(run);
        }
        const view = viewOf(run);
        port.post(
          outcome.ok
            ? { id, type: 'view', view }
            : { id, type: 'refused', message: outcome.because, view },
        );
        return;
      }
      case 'retry': {
        const { run, page, checkpoints } = need();
        const again = checkpoints.goBack(run.commands, request.index, progressOf(id));
        kept = { run: again, page, checkpoints };
        port.post({ id, type: 'view', view: viewOf(again) });
        return;
      }
      case 'debrief': {
        const { run, page } = need();
        const progress = progressOf(id);
        const [first, ...others] = (port.startAnalysts?.() ?? []).map(connectAnalyst);
        if (first === undefined) {
          const debrief = debriefOf(run, page, progress);
          boards.set(run, debrief);
          port.post({ id, type: 'debrief', debrief });
          return;
        }
        const analysts = [first, ...others] as const;
        // Not waited for: the run can be gone back to, or another opened, while others analyse.
        void analyseShared(run, page, analysts, progress)
          .then((debrief) => {
            boards.set(run, debrief);
            port.post({ id, type: 'debrief', debrief });
          })
          .catch((error: unknown) => stopped(id, error))
          .finally(() => analysts.forEach((analyst) => analyst.close()));
        return;
      }
      case 'belief':
      case 'looks':
      case 'decision':
      case 'bands':
      case 'ghosts':
      case 'preventions': {
        const { run, page } = need();
        // What was prepared knows the explanations' worlds; the rest needs threads of its own.
        const prepared = OF_EXPLANATIONS.has(request.type) ? preparation : null;
        const analysts = prepared?.analysts ?? (port.startAnalysts?.() ?? []).map(connectAnalyst);
        // They are asked for by nobody's hand: where it would be done in this thread, the run could not go on meanwhile.
        if (request.type === 'looks' && analysts.length === 0) {
          const message = 'This browser has no thread to spare for it.';
          port.post({ id, type: 'not worked out', message });
          return;
        }
        const tableOf = (onProgress: OnProgress): Promise<IncidentTable> =>
          tables.of(run, () => prepared?.table() ?? tableShared(run, analysts, onProgress));
        // Not waited for, as above.
        const onProgress = progressOf(id);
        const layers = boards.get(run)?.radius.layers;
        void workedOut(request.type, { run, page, analysts, onProgress, told, tableOf, layers })
          .then((answer) => port.post({ id, ...answer }))
          .catch((error: unknown) => {
            // Asked again, it is with others.
            if (prepared !== null) preparation = null;
            prepared?.close();
            port.post({ id, type: 'not worked out', message: messageOf(error) });
          })
          .finally(() => {
            if (prepared === null) analysts.forEach((analyst) => analyst.close());
          });
        return;
      }
      case 'people':
        port.post({ id, type: 'people', millions: millionsIn(need().run, request.scope) });
        return;
      case 'recording':
        port.post({ id, type: 'recording', text: writeRecording(recordingOf(need().run)) });
        return;
      case 'verify': {
        const read = readRecording(request.recording);
        if (!read.ok) {
          port.post({ id, type: 'verified', ok: false, message: read.message });
          return;
        }
        const scenario = await loadNamed(port.load, read.recording.scenario);
        if (scenario === null) {
          port.post({
            id,
            type: 'verified',
            ok: false,
            message: 'This recording belongs to an incident that is not part of this build.',
          });
          return;
        }
        const { ok, message } = verifyRecording(scenario, read.recording, progressOf(id));
        port.post({ id, type: 'verified', ok, message });
        return;
      }
    }
  };

  return async (request) => {
    requests++;
    try {
      await handle(request);
    } catch (error) {
      stopped(request.id, error);
    }
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
