/**
 * A stock Firefox, driven over WebDriver BiDi, which it speaks by itself: open a page, evaluate an expression there.
 * https://w3c.github.io/webdriver-bidi/
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';

const START_MS = 60_000;

interface Firefox {
  /** What the browser calls itself, with its version. */
  readonly name: string;
  open(address: string): Promise<void>;
  /** The string an expression comes to, awaited if it is a promise. */
  evaluate(expression: string): Promise<string>;
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** Sends a command and returns its result. */
type Send = <T>(method: string, params: object) => Promise<T>;

/** What an expression comes to on a page that a Firefox of its own has opened; by the name it calls itself. */
export async function evaluatedIn(
  path: string,
  address: string,
  expression: string,
): Promise<{ readonly name: string; readonly said: string }> {
  const browser = await launchFirefox(path);
  try {
    await browser.open(address);
    return { name: browser.name, said: await browser.evaluate(expression) };
  } finally {
    await browser.close();
  }
}

async function launchFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'blast-radius-firefox-'));
  const process = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    // The profile is new, and it is the only home it needs.
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...globalThis.process.env, HOME: profile } },
  );
  const stop = async (): Promise<void> => {
    if (process.exitCode === null && process.signalCode === null) {
      const gone = new Promise((done) => {
        process.once('exit', done);
      });
      process.kill('SIGKILL');
      await gone;
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const socket = await connect(`${await endpointOf(process)}/session`);
    const send = sender(socket);
    const { capabilities } = await send<{
      capabilities: { browserName: string; browserVersion: string };
    }>('session.new', { capabilities: {} });
    const { contexts } = await send<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      {},
    );
    const { context } = contexts[0]!;
    return {
      name: `${capabilities.browserName} ${capabilities.browserVersion}`,
      async open(url) {
        await send('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      async evaluate(expression) {
        const answer = await send<{
          result?: { value?: unknown };
          exceptionDetails?: { text: string };
        }>('script.evaluate', { expression, target: { context }, awaitPromise: true });
        if (typeof answer.result?.value !== 'string')
          throw new Error(answer.exceptionDetails?.text ?? 'the expression is no string');
        return answer.result.value;
      },
      async close() {
        socket.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Firefox says on its error stream where it listens. */
function endpointOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (why: string): void => reject(new Error(`${why}:\n${said.join('\n')}`));
    const timer = setTimeout(() => fail('Firefox did not say where it listens'), START_MS);
    process.once('error', reject);
    process.once('exit', () => fail('Firefox ended before it listened'));
    createInterface({ input: process.stderr! }).on('line', (line) => {
      said.push(line);
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line);
      if (found === null) return;
      clearTimeout(timer);
      resolve(found[1]!);
    });
  });
}

function connect(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

function sender(socket: WebSocket): Send {
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer;
    // Events have no number.
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  socket.on('close', () => {
    for (const settle of waiting.values())
      settle({ error: 'closed', message: 'Firefox closed the connection' });
  });
  return <T>(method: string, params: object) =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error, message }) => {
        if (error === undefined) resolve(result as T);
        else reject(new Error(`${method}: ${error}, ${message ?? ''}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
}
