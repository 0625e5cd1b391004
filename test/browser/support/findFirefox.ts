import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** FIREFOX_PATH, else an installed Firefox; undefined where there is none. */
export function findFirefox(): string | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (named === undefined || named === '') return PLACES.find((path) => existsSync(path));
  if (existsSync(named)) return named;
  throw new Error(`FIREFOX_PATH names ${named}, and there is no such file.`);
}
