import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { shippedChromium, type Browser } from './shippedChromium.ts';

/**
 * Software rendering, so that WebGL draws the same with and without a graphics card. Only WebGL goes through the emulated
 * card: to put the page together on it took more of a core than the page.
 */
export const LAUNCH_ARGUMENTS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu-compositing',
  '--font-render-hinting=none',
];

const CHROME = {
  linux: ['/usr/bin/google-chrome', '/opt/google/chrome/chrome'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: programs('Google\\Chrome\\Application\\chrome.exe'),
};

const EDGE = {
  linux: ['/usr/bin/microsoft-edge'],
  darwin: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: programs('Microsoft\\Edge\\Application\\msedge.exe'),
};

function programs(path: string): string[] {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, path));
}

/**
 * The first browser there is: CHROMIUM_PATH, the shipped one, the system's Chromium, Chrome, Edge,
 * Playwright's own. Throws with what to install if there is none.
 */
export function findBrowser(): Browser {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return installed('CHROMIUM_PATH', named);
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  const shipped = shippedChromium();
  if (shipped !== undefined) return shipped;
  const platform = process.platform as keyof typeof CHROME;
  const candidates: [string, string[]][] = [
    ['system Chromium', ['/usr/bin/chromium', '/usr/bin/chromium-browser']],
    ['Chrome', CHROME[platform] ?? []],
    ['Edge', EDGE[platform] ?? []],
    ['Playwright’s Chromium', [chromium.executablePath()]],
  ];
  for (const [name, paths] of candidates) {
    const path = paths.find((p) => p !== '' && existsSync(p));
    if (path !== undefined) return installed(name, path);
  }
  throw new Error(
    'No browser found for the browser tests: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one.',
  );
}

function installed(name: string, executablePath: string): Browser {
  return { name, executablePath, env: {} };
}
