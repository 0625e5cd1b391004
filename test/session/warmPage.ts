/**
 * Runs at their page, kept on disk for the other test files: warming the slow incident takes as long as most files do.
 * The name holds a hash of the code and of the incident, so whatever changes either warms anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { draftOf, keptFolder, nameOf, settle } from '../bundled/kept.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Run } from '../../src/session/run.ts';
import type { Snapshot } from '../../src/session/snapshot.ts';
import { session, sessionFile } from './compiled.ts';

const code = readFileSync(fileURLToPath(sessionFile));

export function warmPage(scenario: CompiledScenario, seed: string): Run {
  const folder = keptFolder('pages', nameOf([code, JSON.stringify([scenario, seed])]));
  const file = join(folder, 'run');
  if (existsSync(folder)) return session.restoreRun(deserialize(readFileSync(file)) as Snapshot);
  const page = session.startRun(scenario, seed);
  const draft = draftOf(folder);
  writeFileSync(join(draft, 'run'), serialize(session.snapshotOf(page)));
  settle(draft, folder);
  return page;
}
