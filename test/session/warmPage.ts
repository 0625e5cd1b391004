/**
 * Runs at their page, kept on disk for the other test files: warming the slow incident takes as long as most files do.
 * The name holds a hash of the code and of the incident, so whatever changes either warms anew.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Run } from '../../src/session/run.ts';
import type { Snapshot } from '../../src/session/snapshot.ts';
import { session, sessionFile } from './compiled.ts';

/** Pages of code that is gone are forgotten after this many milliseconds. */
const KEPT_FOR = 24 * 3_600_000;

const folder = resolve('node_modules', '.cache', 'blast-radius', 'pages');
const code = readFileSync(fileURLToPath(sessionFile));

export function warmPage(scenario: CompiledScenario, seed: string): Run {
  const key = createHash('sha256')
    .update(code)
    .update(JSON.stringify([scenario, seed]))
    .digest('hex')
    .slice(0, 32);
  const file = join(folder, key);
  if (existsSync(file)) return session.restoreRun(deserialize(readFileSync(file)) as Snapshot);
  const page = session.startRun(scenario, seed);
  mkdirSync(folder, { recursive: true });
  forgetOld();
  // Beside, then renamed: files run side by side, and none may read half a page.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, serialize(session.snapshotOf(page)));
  renameSync(draft, file);
  return page;
}

function forgetOld(): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - written > KEPT_FOR) rmSync(file, { force: true });
  }
}
