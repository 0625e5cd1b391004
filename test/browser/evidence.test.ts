/** What is predicted, marked and pinned: by keyboard where there is a pointer, from the plot to the board to the debrief. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { Player } from './support/player.ts';
import { openPage } from './support/session.ts';

const LONG = 240_000;

/** The incident whose world is the quickest to warm; where it matters what is read, one where much moves. */
async function start(
  callSign = /Thu 15:42/,
): Promise<{ player: Player; page: Page; errors: readonly string[] }> {
  const { page, consoleErrors } = await openPage({ path: '/?world=small', reducedMotion: true });
  const player = new Player(page);
  await player.take(callSign);
  return { player, page, errors: consoleErrors };
}

const openDrawer = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('navigation', { name: 'Drawers' }).getByRole('button', { name }).click();

describe('evidence', () => {
  test(
    'a prediction is answered on the panel, on the board and in the debrief',
    { timeout: LONG },
    async () => {
      const { player, page, errors } = await start(/Tue 14:05/);
      const menu = page.getByRole('region', { name: 'What you can do' });
      await menu.getByRole('button', { name: 'down', exact: true }).click();
      await player.move(/^Server writes beside logs/);
      const answer = /You expected saves the servers wrote: down; it read .*\s%/;
      const panel = page.getByRole('region', { name: 'Server writes beside logs' });
      expect(await player.shown(panel)).toMatch(/down expected, .* % read/);
      // Used up: the next look is not predicted by it.
      expect(await menu.getByRole('button', { name: 'down', exact: true }).isVisible()).toBe(true);
      expect(
        await menu.getByRole('button', { name: 'down', exact: true }).getAttribute('aria-pressed'),
      ).toBe('false');
      await openDrawer(page, /^Board/);
      const board = page.getByRole('complementary', { name: 'Board' });
      await board.getByText(answer).waitFor();
      await player.settled(() => board.getByRole('button', { name: /^\+ The ranker/ }).click());
      await page.keyboard.press('Escape');
      await player.close(/reads too little/);
      const said = page.getByRole('region', { name: 'What you predicted' });
      expect(await player.shown(said)).toMatch(answer);
      // The scores read what the slider showed.
      expect(await page.getByText('At 30 %.').count()).toBe(1);
      expect(errors).toEqual([]);
    },
  );

  test(
    'arrows on a plot move one moment everywhere; Shift chooses a range, Enter pins it',
    { timeout: LONG },
    async () => {
      const { player, page, errors } = await start(/Tue 14:05/);
      await player.move(/^Changes/);
      await player.move(/^Server writes beside logs/);
      const plot = page.getByRole('slider', { name: /^Server writes beside logs, by time/ });
      await plot.focus();
      await page.keyboard.press('ArrowLeft');
      for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft');
      const moment = /(\w{3} \d\d:\d\d)/.exec((await plot.getAttribute('aria-valuetext')) ?? '');
      const when = moment?.[1] ?? 'no moment';
      expect(await plot.getAttribute('aria-valuetext')).toMatch(/server writes .* client log/);
      expect(await player.shown(page.locator('.axis-cursor'))).toBe(when);
      expect(await player.shown(page.locator('.lens-then'))).toContain(when);
      expect(await page.locator('.spark-at').count()).toBeGreaterThan(3);
      for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowLeft');
      await page.getByRole('group', { name: 'The chosen range' }).waitFor();
      await player.settled(() => page.keyboard.press('Enter'));
      await openDrawer(page, /^Changes/);
      await page.locator('.rows .near').waitFor();
      await openDrawer(page, /^Board/);
      const pinned = page.locator('.evidence.pinned');
      expect(await player.shown(pinned)).toMatch(
        /Server writes beside logs, \w{3} \d\d:\d\d to \w{3} \d\d:\d\d: server writes .* against its own past/,
      );
      await page.keyboard.press('Escape');
      await page.locator('.axis-cursor').waitFor({ state: 'detached' });
      expect(errors).toEqual([]);
    },
  );

  test('a range is brushed with the pointer too', { timeout: LONG }, async () => {
    const { player, page } = await start();
    await player.move(/^Server writes beside logs/);
    const box = await page.getByRole('slider', { name: /by time/ }).boundingBox();
    if (box === null) throw new Error('the plot has no box');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 60, y);
    await page.mouse.move(box.x + 70, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 150, y, { steps: 5 });
    await page.mouse.up();
    await player.move(/^Pin range/);
    expect(await page.getByRole('group', { name: 'The chosen range' }).count()).toBe(0);
    await openDrawer(page, /^Board/);
    expect(await page.locator('.evidence.pinned').count()).toBe(1);
  });

  test(
    'a move pressed while another is under way waits, and Escape takes it back',
    {
      timeout: LONG,
    },
    async () => {
      const { page, errors } = await start();
      // Both presses in one task: whatever the speed of the machine, the second finds the first under way.
      const pressBoth = (): Promise<void> =>
        page.evaluate(() => {
          for (const name of ['Funnel by stage', 'Training data']) {
            const buttons = [...document.querySelectorAll<HTMLButtonElement>('.menu-item')];
            buttons.find((button) => button.textContent.startsWith(name))?.click();
          }
        });
      await pressBoth();
      const next = page.locator('.next-move');
      await next.waitFor();
      expect(await next.innerText()).toMatch(/training data/);
      await page.keyboard.press('Escape');
      await next.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: /^Funnel by stage, / }).waitFor();
      await page.waitForTimeout(1000);
      expect(await page.getByRole('button', { name: /^Training data$/ }).count()).toBe(0);
      expect(errors).toEqual([]);
    },
  );
});
