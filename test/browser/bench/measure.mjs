/** Prints what the bench measures in Chromium as one line of JSON. Started by `npm run bench`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(join(here, '..', '..', '..'));
const { module } = await runnerImport(join(here, 'measure.ts'), { configFile: false });
const { figures, longestTaskMs } = await module.measure(here);
console.log(JSON.stringify({ seconds: figures.seconds, hash: figures.hash, longestTaskMs }));
