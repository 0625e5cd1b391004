/** The page's worker: a run behind messages; under another name, one of those who analyse it. */
import { findScenario } from './findScenario.ts';
import { createAnalystHost } from './analystHost.ts';
import type { AnalystPort, AnalystRequest, AnalystResponse } from './analystProtocol.ts';
import { createHost } from './host.ts';
import type { Request, Response } from './protocol.ts';
import { warmDatabase } from './warmDatabase.ts';

interface WorkerScope<In, Out> {
  readonly name: string;
  readonly location: { readonly href: string };
  addEventListener(type: 'message', listener: (event: { readonly data: In }) => void): void;
  postMessage(message: Out): void;
}

/** What a worker is called that analyses. The file is the same: a browser has it already, also offline. */
const ANALYST = 'analyst';
/** Two, since the lines of an analysis are of about the same length and most machines have two cores to spare. */
const ANALYSTS = 2;

/** Milliseconds without a request in which something is worked out ahead: somebody reads, or thinks. */
const QUIET_MS = 4_000;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, QUIET_MS));

const scopeOf = <In, Out>(): WorkerScope<In, Out> => globalThis as unknown as WorkerScope<In, Out>;

function startAnalyst(): AnalystPort {
  const worker = new Worker(scopeOf().location.href, { type: 'module', name: ANALYST });
  return {
    post: (request) => worker.postMessage(request),
    listen: (onResponse, onDeath) => {
      worker.addEventListener('message', (event: MessageEvent<AnalystResponse>) =>
        onResponse(event.data),
      );
      worker.addEventListener('error', (event) => onDeath(`the analysis died (${event.message})`));
      worker.addEventListener('messageerror', () => onDeath('the analysis could not be read'));
    },
    close: () => worker.terminate(),
  };
}

function analyse(): void {
  const scope = scopeOf<AnalystRequest, AnalystResponse>();
  const handle = createAnalystHost((response) => scope.postMessage(response));
  scope.addEventListener('message', ({ data }) => handle(data));
}

function own(): void {
  const scope = scopeOf<Request, Response>();
  const stores = warmDatabase(() => Date.now());
  const build = scope.location.href;
  const handle = createHost({
    post: (response) => scope.postMessage(response),
    load: findScenario,
    // A built file is named after its contents; one under development is not.
    ...(import.meta.env.PROD
      ? {
          warm: { store: stores.pages, build },
          ahead: { tables: { store: stores.tables, build }, pause },
        }
      : { ahead: { pause } }),
    // Some browsers let no worker start another.
    ...(typeof Worker === 'undefined'
      ? {}
      : { startAnalysts: () => Array.from({ length: ANALYSTS }, startAnalyst) }),
  });
  // One after another: a later move must not overtake an earlier one.
  let queue: Promise<void> = Promise.resolve();
  scope.addEventListener('message', ({ data }) => {
    queue = queue.then(() => handle(data));
  });
}

if (scopeOf().name === ANALYST) analyse();
else own();
