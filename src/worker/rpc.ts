/** A client over any pair of ports: one request in flight per id, answers matched, a dead worker told to everybody. */
import type { Debrief } from '../scoring/debrief.ts';
import type { Answer, OnProgress, RunClient, Verdict } from './client.ts';
import type { Request, Response, RunNotice, WorkedOutKind, Demands } from './protocol.ts';

/** What the page's Worker and Node's have in common. */
export interface ClientPort {
  readonly post: (request: Request) => void;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (response: Response) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: OnProgress | undefined;
}

type Body<T> = T extends Request ? Omit<T, 'id'> : never;

export interface RpcClient {
  readonly client: RunClient;
  readonly receive: (response: Response) => void;
  /** The worker died: everybody waiting is told, and so are the listeners. */
  readonly die: (message: string) => void;
}

/** `demands`: of every run of this client. */
export function createRpc(port: ClientPort, demands: Demands = {}): RpcClient {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(notice: RunNotice) => void>();
  let next = 1;
  let dead: string | null = null;

  const ask = (body: Body<Request>, onProgress?: OnProgress): Promise<Response> =>
    new Promise((resolve, reject) => {
      if (dead !== null) {
        reject(new Error(dead));
        return;
      }
      const id = next++;
      waiting.set(id, { resolve, reject, onProgress });
      port.post({ ...body, id });
    });

  const fail = (notice: RunNotice): Error => {
    for (const listener of listeners) listener(notice);
    return new Error(notice.message);
  };

  const unexpected = (response: Response): Error =>
    response.type === 'failed'
      ? fail(response.notice)
      : new Error(`The simulator answered with ${response.type}.`);

  /** Of the closed run; what could not be worked out fails, and the run is as it was. */
  const workedOut = async <K extends WorkedOutKind>(
    kind: K,
    onProgress: OnProgress | undefined,
  ): Promise<Extract<Response, { readonly type: K }>> => {
    const response = await ask({ type: kind }, onProgress);
    if (response.type === 'not worked out') throw new Error(response.message);
    if (response.type !== kind) throw unexpected(response);
    return response as Extract<Response, { readonly type: K }>;
  };

  const client: RunClient = {
    async openRun(scenario, seed, commands, onProgress) {
      const response = await ask(
        { type: 'open', scenario, seed, commands, ...demands },
        onProgress,
      );
      if (response.type !== 'view') throw unexpected(response);
      return response.view;
    },
    async send(command, onProgress): Promise<Answer> {
      const response = await ask({ type: 'command', command }, onProgress);
      if (response.type === 'view') return { kind: 'view', view: response.view };
      if (response.type === 'refused')
        return { kind: 'refused', message: response.message, view: response.view };
      throw unexpected(response);
    },
    async retry(index, onProgress) {
      const response = await ask({ type: 'retry', index }, onProgress);
      if (response.type !== 'view') throw unexpected(response);
      return response.view;
    },
    async debrief(onProgress): Promise<Debrief> {
      const response = await ask({ type: 'debrief' }, onProgress);
      if (response.type !== 'debrief') throw unexpected(response);
      return response.debrief;
    },
    belief: async (onProgress) => (await workedOut('belief', onProgress)).belief,
    looks: async (onProgress) => (await workedOut('looks', onProgress)).looks,
    decision: async (onProgress) => (await workedOut('decision', onProgress)).decision,
    bands: async (onProgress) => (await workedOut('bands', onProgress)).branches,
    ghosts: async (onProgress) => (await workedOut('ghosts', onProgress)).ghosts,
    preventions: async (onProgress) => (await workedOut('preventions', onProgress)).preventions,
    async people(scope) {
      const response = await ask({ type: 'people', scope });
      if (response.type !== 'people') throw unexpected(response);
      return response.millions;
    },
    async recording() {
      const response = await ask({ type: 'recording' });
      if (response.type !== 'recording') throw unexpected(response);
      return response.text;
    },
    async verify(recording): Promise<Verdict> {
      const response = await ask({ type: 'verify', recording });
      if (response.type !== 'verified') throw unexpected(response);
      return { ok: response.ok, message: response.message };
    },
    onFailure(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      port.close();
      waiting.clear();
    },
  };

  return {
    client,
    receive(response) {
      const entry = waiting.get(response.id);
      if (entry === undefined) return;
      if (response.type === 'progress') {
        entry.onProgress?.(response.done, response.label);
        return;
      }
      waiting.delete(response.id);
      entry.resolve(response);
    },
    die(message) {
      dead = message;
      for (const listener of listeners) listener({ code: 'worker-died', message, recording: null });
      for (const entry of waiting.values()) entry.reject(new Error(message));
      waiting.clear();
    },
  };
}
