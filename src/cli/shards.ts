/** Independent measurements in child processes, two at a time: each needs a core and hundreds of megabytes. */
import { spawn } from 'node:child_process';

const AT_ONCE = 2;

export interface Job {
  readonly label: string;
  /** Words after the program's own path; the child prints one JSON value as its last line. */
  readonly argv: readonly string[];
}

/**
 * `onDone` is told of each as it ends, with its place in the list; the results come in the order of the list. `stop` ends
 * what is under way and begins nothing more: what is missing then is undefined.
 */
export async function runJobs(
  jobs: readonly Job[],
  onDone: (label: string, done: number, of: number, result: unknown, at: number) => void,
  stop?: AbortSignal,
): Promise<unknown[]> {
  const results: unknown[] = [];
  let next = 0;
  let done = 0;
  const isStopped = (): boolean => stop?.aborted === true;
  const work = async (): Promise<void> => {
    while (next < jobs.length && !isStopped()) {
      const at = next++;
      const job = jobs[at]!;
      try {
        results[at] = await runJob(job, stop);
      } catch (error) {
        if (isStopped()) return;
        throw error;
      }
      onDone(job.label, ++done, jobs.length, results[at], at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

function runJob(job: Job, stop?: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [process.argv[1] ?? '', ...job.argv], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(stop === undefined ? {} : { signal: stop }),
    });
    let out = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => (out += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) {
        reject(new Error(`${job.label} ended with code ${String(code)}`));
        return;
      }
      resolve(JSON.parse(out.trimEnd().split('\n').at(-1) ?? 'null'));
    });
  });
}
