/** An incident with the keyboard alone, as somebody who cannot use a pointer plays it: no click from the pager to the board. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasItsTurn } from './support/plays.ts';
import { openPage, SMALL } from './support/session.ts';
import { TEST_MS, WORLD_MS } from './support/patience.ts';

/** What has the focus, by its label or its text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    // The body has the focus when nothing has; its text is everybody's.
    if (at === document.body) return '';
    const name =
      at?.getAttribute('aria-label') ?? at?.closest('label')?.textContent ?? at?.textContent ?? '';
    // A space that does not break is read as a space.
    return name.replaceAll(/\s+/g, ' ');
  });

/** Presses Tab until the focus is on something of that name; fails where a whole round finds nothing. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name.source}`);
}

async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  await page.waitForFunction(
    () => document.querySelector('[role="progressbar"]') === null,
    undefined,
    { timeout: WORLD_MS },
  );
  await page.waitForTimeout(100);
}

/** A move by its name in the palette; with a choice behind it, the choice too. */
async function move(page: Page, words: string, option?: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Move' }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  // What changes production is asked for twice.
  if (await page.getByText('Once more to order it').isVisible()) await page.keyboard.press('Enter');
  if (option !== undefined) {
    await page.getByRole('dialog').waitFor();
    await tabTo(page, option);
    await page.keyboard.press('Enter');
  }
  await settled(page);
}

describe('with the keyboard alone', () => {
  test.runIf(hasItsTurn('keyboard'))(
    'from the pager to the board',
    { timeout: TEST_MS },
    async () => {
      const { page, consoleErrors } = await openPage({ path: SMALL, reducedMotion: true });
      await tabTo(page, /Thu 15:42/);
      await page.keyboard.press('Enter');
      // Whoever chose by the keyboard is at the page chosen, not a dozen cards below it.
      await expect.poll(() => focused(page)).toMatch(/take the page/i);
      await page.keyboard.press('Enter');
      await page
        .getByRole('heading', { name: /whose numbers moved/i })
        .waitFor({ timeout: WORLD_MS });
      await tabTo(page, /^history length,/);
      await page.keyboard.press('Enter');
      await settled(page);
      await page.keyboard.press('t');
      await tabTo(page, /> 300 saves: add to/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Declare/);
      await page.keyboard.press('Enter');
      await settled(page);
      // What a control did leaves the focus where it was, not at the top of the page.
      expect(await focused(page)).toMatch(/radius/);
      await page.keyboard.press('n');
      await tabTo(page, /^in 15 min/);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await tabTo(page, /^Send the note/);
      await page.keyboard.press('Enter');
      await settled(page);
      await expect.poll(() => focused(page)).toBe('Write a note');
      await tabTo(page, /^Scratch pad/);
      await page.keyboard.type('w');
      await page.keyboard.press('Escape');
      expect(await page.locator('#drawer').count()).toBe(0);
      // What is read is shown, and Escape leads back to the desk.
      await move(page, 'A new ranker behaves badly');
      expect(await focused(page)).toBe('Runbooks');
      expect(await page.locator('#drawer').innerText()).toMatch(/three things speak/i);
      await page.keyboard.press('Escape');
      expect(await page.locator('#drawer').count()).toBe(0);
      await move(page, 'versions and calibration');
      expect(await page.locator('body').innerText()).toMatch(/score/);
      await move(page, 'roll back the ranker', /^v58/);
      await move(page, 'pin a version', /^v58/);
      await page.keyboard.press('w');
      await tabTo(page, /^30 min/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Wait 30/);
      await page.keyboard.press('Enter');
      await settled(page);
      await tabTo(page, /^Close…/);
      await page.keyboard.press('Enter');
      await tabTo(page, /close and look back/i);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Moves' }).waitFor({ timeout: WORLD_MS });
      expect(await page.locator('body').innerText()).toContain('The order of nothing');
      // The next one begins from the board; the browser's way back leads to the pager, and a note begun is there again.
      await tabTo(page, /^Next incident/);
      await page.keyboard.press('Enter');
      await page
        .getByRole('heading', { name: /whose numbers moved/i })
        .waitFor({ timeout: WORLD_MS });
      await page.keyboard.press('n');
      const begun = page.locator('.offer-line[aria-pressed="true"]');
      await page.locator('.offer-line').first().click();
      expect(await begun.count()).toBe(1);
      // Skipping to the main part is no way back, and a reload loses nothing.
      await page.evaluate(() => document.querySelector<HTMLElement>('a.skip')!.click());
      expect(await page.getByRole('heading', { name: /whose numbers moved/i }).count()).toBe(1);
      await page.goBack();
      const resume = page.getByRole('button', { name: /^Resume at/ });
      await resume.waitFor();
      await page.reload();
      await resume.click();
      await page
        .getByRole('heading', { name: /whose numbers moved/i })
        .waitFor({ timeout: WORLD_MS });
      await page.keyboard.press('n');
      await expect.poll(() => begun.count()).toBe(1);
      expect(consoleErrors).toEqual([]);
    },
  );
});
