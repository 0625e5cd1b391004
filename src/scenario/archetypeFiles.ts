/** The archetypes that lie in a folder beside the scenarios, one file each. Read by the build and the command line only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archetypes } from './archetype.ts';

const ENDING = '.yaml';

/**
 * @param folder that of the archetypes, e.g. `scenarios/archetypes`
 * @param named how messages call it
 */
export function archetypesIn(folder: string, named: string = folder): Archetypes {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(ENDING))
        .map((file) => file.slice(0, -ENDING.length))
        .toSorted()
    : [];
  return {
    names,
    read: (name) => ({
      file: `${named}/${name}${ENDING}`,
      text: readFileSync(join(folder, `${name}${ENDING}`), 'utf8'),
    }),
  };
}
