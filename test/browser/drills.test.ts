/** Drills on the front page: tonight's and those by difficulty, with the keyboard, on a small screen, and from a link. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import shipped from '../../scenarios/drills.json' with { type: 'json' };
import { encodeLink } from '../../src/storage/link.ts';
import { openPage } from './support/session.ts';
import { TEST_MS, WORLD_MS } from './support/patience.ts';

const section = (page: Page) => page.getByRole('region', { name: 'Drills' });

/** The desk of the drill that is played; null on other screens. */
const desk = async (page: Page): Promise<void> =>
  page.getByRole('heading', { name: /whose numbers moved/i }).waitFor({ timeout: WORLD_MS });

async function focusOn(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const at = await page.evaluate(() => {
      const { activeElement, body } = document;
      // The body has the focus when nothing has; its text is everybody's.
      return activeElement === body ? '' : (activeElement?.textContent ?? '');
    });
    if (name.test(at)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name.source}`);
}

describe('drills', () => {
  test('tonight’s is taken with the keyboard and left as a run', { timeout: TEST_MS }, async () => {
    const { page, consoleErrors } = await openPage({ reducedMotion: true });
    await section(page).getByText('·').waitFor();
    await focusOn(page, /tonight’s drill/);
    await page.keyboard.press('Enter');
    await desk(page);
    // A space that does not break is read as a space.
    const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    expect(shipped.drills.some(({ callSign }) => text.includes(callSign))).toBe(true);
    expect(text).not.toMatch(/drill-\d/);
    expect(consoleErrors).toEqual([]);
  });

  test('one by difficulty, at 360 pixels', { timeout: TEST_MS }, async () => {
    const { page } = await openPage({ reducedMotion: true, width: 360, height: 740 });
    await section(page).scrollIntoViewIfNeeded();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    await section(page)
      .getByRole('button', { name: /difficulty 4 of 5/ })
      .click();
    await page
      .getByRole('navigation', { name: 'Parts of the desk' })
      .waitFor({ timeout: WORLD_MS });
  });

  test('a link leads to any drill, shipped or not', { timeout: TEST_MS }, async () => {
    const link = encodeLink({ scenario: 'drill-2-99999', seed: 'drill-2-99999', commands: [] });
    const { page, consoleErrors } = await openPage({ path: `/${link}`, reducedMotion: true });
    await desk(page);
    expect(consoleErrors).toEqual([]);
  });

  test(
    'where they cannot be fetched, it says so and the campaign stays',
    { timeout: TEST_MS },
    async () => {
      const { page } = await openPage({ reducedMotion: true, path: '/' });
      await page.route(/drills-[\w-]+\.js/, (route) => route.abort());
      await page.reload();
      await section(page).getByRole('alert').waitFor();
      expect(await page.getByRole('button', { name: /take the page/i }).isEnabled()).toBe(true);
    },
  );
});
