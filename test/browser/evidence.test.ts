/** What is marked and pinned, by keyboard where there is a pointer, from the plot to the board. */
import { describe, expect, test } from 'vitest';
import { TEST_MS } from './support/patience.ts';
import { playFrom, type Played } from './support/session.ts';

/** The incident whose world is the quickest to warm. */
const start = (): Promise<Played> => playFrom(/Thu 15:42/);

describe('evidence', () => {
  test(
    'arrows on a plot move one moment everywhere; Shift chooses a range, Enter pins it',
    { timeout: TEST_MS },
    async () => {
      const { player, errors } = await start();
      const { page } = player;
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
      await player.drawer(/^Changes/);
      await page.locator('.rows .near').waitFor();
      await player.drawer(/^Board/);
      const pinned = page.locator('.evidence.pinned');
      expect(await player.shown(pinned)).toMatch(
        /Server writes beside logs, \w{3} \d\d:\d\d to \w{3} \d\d:\d\d: server writes .* against its own past/,
      );
      await page.keyboard.press('Escape');
      await page.locator('.axis-cursor').waitFor({ state: 'detached' });
      expect(errors).toEqual([]);
    },
  );

  test('a range is brushed with the pointer too', { timeout: TEST_MS }, async () => {
    const { player } = await start();
    const { page } = player;
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
    await player.drawer(/^Board/);
    expect(await page.locator('.evidence.pinned').count()).toBe(1);
  });

  test(
    'a move pressed while another is under way waits, and Escape takes it back',
    {
      timeout: TEST_MS,
    },
    async () => {
      const { player, errors } = await start();
      const { page } = player;
      // All in the page: whatever the speed of the machine, the second press finds the first under way, and so does Escape.
      const waited = await page.evaluate(async () => {
        for (const name of ['Funnel by stage', 'Training data']) {
          const buttons = [...document.querySelectorAll<HTMLButtonElement>('.menu-item')];
          buttons.find((button) => button.textContent.startsWith(name))?.click();
        }
        // The page is drawn anew in a task of its own.
        let shown: string | undefined;
        while (shown === undefined) {
          await new Promise((resolve) => {
            setTimeout(resolve);
          });
          shown = document.querySelector('.next-move')?.textContent;
        }
        const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
        document.body.dispatchEvent(escape);
        return shown;
      });
      expect(waited).toMatch(/training data/);
      await page.locator('.next-move').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: /^Funnel by stage, / }).waitFor();
      await page.waitForTimeout(1000);
      expect(await page.getByRole('button', { name: /^Training data$/ }).count()).toBe(0);
      expect(errors).toEqual([]);
    },
  );
});
