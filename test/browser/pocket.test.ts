/** The desk in the pocket: a small screen has every part of the large one, and nothing runs out of it. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { Player } from './support/player.ts';
import { openPage, SMALL } from './support/session.ts';
import { TEST_MS, WORLD_MS } from './support/patience.ts';

async function inThePocket(
  callSign: RegExp,
  [width, height]: readonly [number, number] = [360, 740],
): Promise<{ player: Player; page: Page }> {
  const { page } = await openPage({ path: SMALL, reducedMotion: true, width, height });
  const player = new Player(page);
  expect(await page.locator('body').innerText()).toMatch(/\d\u00A0%/);
  expect(await breakable(page)).toEqual([]);
  await player.button(callSign).click();
  await player.button(/take the page/i).click();
  await page.getByRole('navigation', { name: 'Parts of the desk' }).waitFor({ timeout: WORLD_MS });
  return { player, page };
}

/** Pixels by which the page is wider than the screen. */
const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Figures on the page that may part from their unit at the end of a line. */
const breakable = (page: Page): Promise<string[]> =>
  page.evaluate(() => (document.body.textContent ?? '').match(/\d (%|min|ms|h|M)(?![a-z])/g) ?? []);

describe('360 pixels', () => {
  test(
    'any number, cut by anything, is opened from the tab of looks',
    { timeout: TEST_MS },
    async () => {
      const { player, page } = await inThePocket(/Thu 15:42/);
      // Who wants to tell them is at the notes, not at the board above.
      await player.button('Tell them').click();
      const notes = page.getByText('Status notes');
      await expect.poll(async () => (await notes.boundingBox())?.y ?? 999).toBeLessThan(200);
      expect((await notes.boundingBox())?.y).toBeGreaterThan(81);
      await page.getByRole('button', { name: 'Look', exact: true }).click();
      const bar = page.getByRole('region', { name: 'A number over time' });
      await bar.getByLabel('Number').selectOption({ label: 'Save rate' });
      await bar.getByLabel('Cut by').selectOption({ label: 'history length' });
      expect(await bar.getByText('everyone').count()).toBe(1);
      await player.settled(() => bar.getByRole('button', { name: /^Open/ }).click());
      const panel = page.getByRole('region', { name: /^Save rate by history length/ });
      await panel.waitFor();
      // What a look at the end of the page opens is brought into sight.
      await player.settled(() => page.getByRole('button', { name: /^Funnel by stage/ }).click());
      const funnel = page.getByRole('region', { name: /^Funnel/ }).first();
      await expect.poll(async () => (await funnel.boundingBox())?.y ?? -1).toBeLessThan(300);
      expect((await funnel.boundingBox())?.y).toBeGreaterThan(0);
      // What is read from anywhere is unfolded and gone to.
      await page.getByRole('button', { name: 'Find a move' }).first().click();
      await page.getByRole('combobox', { name: 'Move' }).fill('A new ranker behaves badly');
      await player.settled(() => page.keyboard.press('Enter'));
      const book = page.getByText(/Three things speak/);
      await expect.poll(async () => (await book.boundingBox())?.y ?? -1).toBeGreaterThan(0);
      expect((await book.boundingBox())?.y).toBeLessThan(740);
      // The overlays are switched here as on the large screen.
      const week = panel.getByRole('button', { name: /last week/ });
      expect(await week.getAttribute('aria-pressed')).toBe('true');
      await week.click();
      expect(await week.getAttribute('aria-pressed')).toBe('false');
      // An order is asked for twice under a thumb, and said where it was given, not among the panels.
      const act = page.getByRole('button', { name: 'Act', exact: true });
      await act.click();
      await page.getByRole('button', { name: /^Freeze deploys/ }).click();
      expect(await page.locator('.pocket-said').innerText()).not.toMatch(/Ordered/);
      await player.settled(() => page.getByRole('button', { name: /^Order it/ }).click());
      await expect
        .poll(() => page.locator('.pocket-said').innerText())
        .toMatch(/^Ordered: .*In effect at/);
      expect(await act.getAttribute('aria-current')).toBe('page');
      expect(await beyond(page)).toBe(0);
      expect(await breakable(page)).toEqual([]);
    },
  );

  test('the analysis board begins with what it was, and fits', { timeout: TEST_MS }, async () => {
    const { player, page } = await inThePocket(/Thu 15:42/);
    await page.getByRole('button', { name: 'Act', exact: true }).click();
    await player.close(/gives no number/);
    const topOf = async (what: Locator): Promise<number> => (await what.boundingBox())?.y ?? NaN;
    expect(await topOf(page.getByText(/was The order of nothing/))).toBeLessThan(
      await topOf(player.button('Interview answer')),
    );
    // The picture's rows are people of some kind, and say which.
    expect(await page.locator('.truth-rows').innerText()).toMatch(/core people/);
    expect(await beyond(page)).toBe(0);
    expect(await breakable(page)).toEqual([]);
  });
});

describe('1024 pixels', () => {
  test(
    'a tablet has the tabs of the pocket and the crowd to draw in',
    { timeout: TEST_MS },
    async () => {
      const { player, page } = await inThePocket(/Tue 14:05/, [1024, 768]);
      await page.getByRole('button', { name: 'Who', exact: true }).click();
      await player.settled(() => page.getByRole('button', { name: /^activity, / }).click());
      await player.settled(() => page.getByRole('button', { name: /^platform, / }).click());
      const stage = page.locator('.lens-stage');
      const { x, y, width, height } = (await stage.boundingBox())!;
      expect(height).toBeGreaterThan(300);
      await expect.poll(() => page.locator('.lens-labels .number').count()).toBe(9);
      expect(await beyond(page)).toBeLessThanOrEqual(0);
      // Around everything: all groups are in.
      await page.mouse.move(x + 2, y + 2);
      await page.mouse.down();
      for (const [right, down] of [
        [width - 4, 2],
        [width - 4, height - 4],
        [2, height - 4],
        [2, 6],
      ] as const)
        await page.mouse.move(x + right, y + down, { steps: 4 });
      await page.mouse.up();
      await page.getByText('your radius', { exact: true }).waitFor();
      await page.setViewportSize({ width: 360, height: 740 });
      await page.locator('.lens-table').waitFor();
      expect(await stage.count()).toBe(0);
    },
  );
});
