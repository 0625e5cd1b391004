/** Jobs whose results are kept in a folder, a file each: a run that was stopped goes on, and a longer one adds to it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runJobs, type Job } from './shards.ts';

const PAIR = 2;

/** Results in the order of the jobs. `folder` undefined: nothing is kept. Empty it when the simulator changes. */
export async function runKept(
  jobs: readonly Job[],
  folder: string | undefined,
  onDone: (label: string, done: number, of: number) => void,
): Promise<unknown[]> {
  if (folder === undefined) return runJobs(jobs, onDone);
  mkdirSync(folder, { recursive: true });
  const fileOf = (job: Job): string =>
    join(folder, `${job.label.replaceAll(/[^a-z0-9]+/gi, '-')}.json`);
  const missing = jobs.filter((job) => !existsSync(fileOf(job)));
  // Two run at once, and both are kept before the next two begin.
  for (let at = 0; at < missing.length; at += PAIR) {
    const pair = missing.slice(at, at + PAIR);
    const results = await runJobs(pair, (label, done) => onDone(label, at + done, missing.length));
    pair.forEach((done, k) => writeFileSync(fileOf(done), JSON.stringify(results[k])));
  }
  return jobs.map((job): unknown => JSON.parse(readFileSync(fileOf(job), 'utf8')));
}
