import { expect, it } from 'vitest';
import { mendLanguage } from '../../src/ui/app/language.ts';

it.each([
  ['en-US@posix', 'en-US'],
  ['de_DE.UTF-8', 'en-US'],
  ['fr.UTF-8', 'fr'],
  ['', 'en-US'],
  ['ja', 'ja'],
])('a browser that says %j is asked in %s', (said, asked) => {
  // The property of a browser is on the prototype of what one holds.
  const browser = Object.create({ language: said }) as Navigator;
  mendLanguage(browser);
  expect(browser.language).toBe(asked);
  expect(() => new Intl.NumberFormat(browser.language)).not.toThrow();
});
