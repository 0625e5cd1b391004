/** A measurement of the bundle, in a process of its own: other tests have warmed or filled this one. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sessionFile, type session } from '../session/compiled.ts';

const run = promisify(execFile);
const MOST_BYTES = 1e7;

type Measure = 'measureOrders' | 'measureProcess' | 'measureValidity';

/** What a function of the bundle gives for these arguments, both as JSON. */
export async function measuredApart<M extends Measure>(
  measure: M,
  ...args: Parameters<(typeof session)[M]>
): Promise<ReturnType<(typeof session)[M]>> {
  const program = `
    import { ${measure} } from ${JSON.stringify(sessionFile)};
    console.log(JSON.stringify(${measure}(...JSON.parse(process.argv.at(-1)))));`;
  const { stdout } = await run(
    process.execPath,
    ['--input-type=module', '-e', program, '--', JSON.stringify(args)],
    { maxBuffer: MOST_BYTES },
  );
  return JSON.parse(stdout) as ReturnType<(typeof session)[M]>;
}
