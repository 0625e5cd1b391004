/** Analysts for tests: one in this thread, spoken to as if it were in another. */
import type { AnalystPort } from '../../src/worker/analystProtocol.ts';
import { session } from '../session/compiled.ts';

export interface Thread {
  readonly port: AnalystPort;
  /** Kinds of requests it has answered. */
  readonly answered: string[];
  /** Worlds it was given to analyse. */
  readonly opened: string[];
  closed: boolean;
}

/** An analyst whose messages are copied as between threads; it dies instead of answering request `dieAt`. */
export function thread(dieAt = Infinity): Thread {
  let tell: (message: string) => void = () => undefined;
  let respond: Parameters<AnalystPort['listen']>[0] = () => undefined;
  let asked = 0;
  const handle = session.createAnalystHost((response) => respond(structuredClone(response)));
  const self: Thread = {
    answered: [],
    opened: [],
    closed: false,
    port: {
      post(request) {
        const copy = structuredClone(request);
        if (copy.type === 'open') self.opened.push(copy.body.run.scenario.world.preset);
        setTimeout(() => {
          asked++;
          if (asked === dieAt) tell('the analysis died (out of memory)');
          if (asked >= dieAt) return;
          handle(copy);
          self.answered.push(request.type);
        });
      },
      listen(onResponse, onDeath) {
        respond = onResponse;
        tell = onDeath;
      },
      close() {
        self.closed = true;
      },
    },
  };
  return self;
}
