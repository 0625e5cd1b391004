/** An analyst in another thread, as promises. */
import type { AnalystPort, AnalystRequest, Asked } from './analystProtocol.ts';

export type OnProgress = (done: number, label: string) => void;

export interface RemoteAnalyst {
  readonly ask: <K extends keyof Asked>(
    type: K,
    body: Asked[K]['ask'],
    onProgress?: OnProgress,
  ) => Promise<Asked[K]['answer']>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (body: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: OnProgress | undefined;
}

export function connectAnalyst(port: AnalystPort): RemoteAnalyst {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let dead: string | null = null;

  port.listen(
    (response) => {
      const entry = waiting.get(response.id);
      if (entry === undefined) return;
      if (response.type === 'progress') {
        entry.onProgress?.(response.done, response.label);
        return;
      }
      waiting.delete(response.id);
      if (response.type === 'answer') entry.resolve(response.body);
      else entry.reject(new Error(response.message));
    },
    (message) => {
      dead = message;
      for (const entry of waiting.values()) entry.reject(new Error(message));
      waiting.clear();
    },
  );

  return {
    ask<K extends keyof Asked>(type: K, body: Asked[K]['ask'], onProgress?: OnProgress) {
      return new Promise<Asked[K]['answer']>((resolve, reject) => {
        if (dead !== null) {
          reject(new Error(dead));
          return;
        }
        const id = next++;
        waiting.set(id, {
          resolve: (answer) => resolve(answer as Asked[K]['answer']),
          reject,
          onProgress,
        });
        port.post({ id, type, body } as AnalystRequest);
      });
    },
    close: port.close,
  };
}
