/** `scenarios:new ID`: a new incident from the commented template, which passes the check as it stands. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isId } from '../scenario/leaves.ts';
import type { CommandLine } from './commandLine.ts';
import { fileTrouble } from './gameFiles.ts';
import { misuse, readOptions } from './options.ts';

export const scenariosNew: CommandLine = {
  name: 'scenarios:new',
  help: 'a new incident from a commented template',
  run: (argv) => Promise.resolve(begin(argv)),
};

const TEMPLATE = join('scenarios', 'template.yaml');
/** Stands in the template wherever the id belongs. */
const PLACE = /THIS-ID/g;

/** Gives the exit code. */
function begin(argv: readonly string[]): number {
  const read = readOptions(argv, {});
  if (!read.ok) return misuse(read.message);
  const [id, ...more] = read.positionals;
  if (id === undefined || more.length > 0) return misuse('Name one new incident.');
  if (!isId(id)) return misuse(`${id} is no id: small letters, digits and hyphens, 48 at most.`);
  const file = join('scenarios', id, 'scenario.yaml');
  if (existsSync(file)) return misuse(`${file} is there already.`);
  try {
    const template = readFileSync(TEMPLATE, 'utf8');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, template.replaceAll(PLACE, id));
  } catch (error) {
    return misuse(fileTrouble(TEMPLATE, error));
  }
  console.log(`${file} is there. Check it: npm run scenarios:check -- ${id}`);
  return 0;
}
