/**
 * The Chromium that comes inside an npm package (Linux x64), so that a bare machine with only Node
 * can run the browser tests. It is unpacked once into node_modules/.cache.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Browser {
  readonly name: string;
  readonly executablePath: string;
  /** Added to the environment of the launched process. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The package decides by this variable whether to unpack its own NSS libraries: without them it needs
 * the system's, which a bare machine lacks.
 */
const WITH_OWN_LIBRARIES = { AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };

/** The shipped browser, unpacked if need be; undefined on other platforms or without the package. */
export function shippedChromium(): Browser | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = packageEntry();
  if (entry === undefined) return undefined;
  const folder = unpackedFolder(entry);
  return {
    name: 'shipped Chromium',
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      FONTCONFIG_PATH: folder,
    },
  };
}

function packageEntry(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    return undefined;
  }
}

/** Where the browser lies, named by the package's version; unpacks it the first time. */
function unpackedFolder(entry: string): string {
  const root = packageRoot(entry);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const cache = resolve('node_modules', '.cache', 'blast-radius');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(join(folder, 'chromium'))) return folder;

  // Unpack beside, then rename: a run that was killed half-way leaves nothing that looks whole.
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, 'unpacking-'));
  // In a process of its own, because the package unpacks to the temporary folder and sets variables.
  const unpack = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)});
       await chromium.executablePath();`,
    ],
    { env: { ...process.env, ...WITH_OWN_LIBRARIES, TMPDIR: staging }, encoding: 'utf8' },
  );
  if (unpack.status !== 0 || !existsSync(join(staging, 'chromium'))) {
    rmSync(staging, { recursive: true, force: true });
    throw new Error(`could not unpack the shipped Chromium:\n${unpack.stderr}`);
  }
  writeFileSync(join(staging, 'fonts.conf'), fontConfig(folder));
  try {
    renameSync(staging, folder);
  } catch (error) {
    // Another run was first: its copy is as good.
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
  return folder;
}

function packageRoot(entry: string): string {
  let folder = dirname(entry);
  for (;;) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && 'version' in (JSON.parse(readFileSync(file, 'utf8')) as object))
      return folder;
    folder = dirname(folder);
  }
}

/**
 * The package's own configuration names folders that do not exist, and text is then drawn blank while
 * every assertion on the document passes. This one names the font that was unpacked with the browser.
 */
function fontConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
