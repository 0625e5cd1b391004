/** What was measured of a world, made once by the code as it is and kept for a day, as plain data. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftOf, keptFolder, nameOf, settle } from '../bundled/kept.ts';
import { sessionFile } from '../session/compiled.ts';

/** `of`: what the measurement depends on besides the code. */
export function once<T>(of: unknown, make: () => T): T {
  const folder = keptFolder('measured', nameOf([sessionFile, JSON.stringify(of)]));
  const file = join(folder, 'measured.json');
  if (!existsSync(file)) {
    const draft = draftOf(folder);
    writeFileSync(join(draft, 'measured.json'), JSON.stringify(make()));
    settle(draft, folder);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
