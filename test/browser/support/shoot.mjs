/**
 * Takes a picture of the built page:
 * node test/browser/support/shoot.mjs <path> <out.png> [--width 1440] [--height 900]
 *   [--theme dark|light] [--reduced-motion] [--scale 1] [--wait 500] [--full]
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
// The tools are TypeScript; Node 20 reads none, Vite does.
const { module } = await runnerImport(join(here, 'shoot.ts'), { configFile: false });

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    theme: { type: 'string', default: 'dark' },
    scale: { type: 'string', default: '1' },
    wait: { type: 'string', default: '500' },
    'reduced-motion': { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
});
const [path, out] = positionals;
if (path === undefined || out === undefined) {
  console.error('usage: node test/browser/support/shoot.mjs <path> <out.png> [--width 1440] …');
  process.exit(2);
}
const errors = await module.shoot({
  path,
  out,
  width: Number(values.width),
  height: Number(values.height),
  scale: Number(values.scale),
  theme: values.theme === 'light' ? 'light' : 'dark',
  reducedMotion: values['reduced-motion'],
  fullPage: values.full,
  wait: Number(values.wait),
});
for (const error of errors) console.error(error);
process.exit(errors.length > 0 ? 1 : 0);
