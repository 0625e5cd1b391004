/** All panels at full size: what lies behind their lines is switched for all at once, and wide tables stay inside. */
import { expect, test } from 'vitest';
import { playFrom } from './support/session.ts';
import { TEST_MS } from './support/patience.ts';

test(
  'overlays are switched in every plot, by keyboard, and are columns of the table',
  { timeout: TEST_MS },
  async () => {
    const { player, errors } = await playFrom(/Thu 15:42/);
    const { page } = player;
    await player.move(/^history length,/);
    await page.keyboard.press('t');
    await player.mark('Moved', /> 300 saves/);
    await player.move(/^Declare/);
    await player.move(/^Versions and calibration/);
    await player.move(/^Server writes beside logs/);
    await page.keyboard.press('p');
    const sheet = page.getByRole('dialog', { name: 'All panels' });
    await sheet.getByLabel('Number').selectOption({ label: 'Save rate' });
    await player.settled(() => sheet.getByRole('button', { name: /^Open/ }).click());
    // Of a group with a long name by what has most values: the longest title and legend there are.
    await sheet.getByLabel('Number').selectOption({ label: 'Save rate of ideas' });
    await player.settled(() => sheet.getByRole('button', { name: /^Open/ }).click());
    const weeks = sheet.getByRole('button', { name: /last week/ });
    expect(await weeks.count()).toBe(2);
    const rate = sheet.getByRole('region', { name: /^Save rate, people/ });
    const table = rate.getByRole('button', { name: 'Table' });
    await table.click();
    const head = rate.getByRole('columnheader', { name: 'last week' });
    expect(await head.count()).toBe(1);
    await weeks.first().focus();
    await page.keyboard.press('Enter');
    expect(
      await weeks.evaluateAll((all) => all.map((b) => b.getAttribute('aria-pressed'))),
    ).toEqual(['false', 'false']);
    expect(await head.count()).toBe(0);
    // A table wider than its panel scrolls in it.
    const beyond = await sheet.evaluate((dialog) =>
      Math.max(
        ...[dialog, ...dialog.querySelectorAll('.dashboards, .sheet-body')].map(
          (e) => e.scrollWidth - e.clientWidth,
        ),
      ),
    );
    expect(beyond).toBe(0);
    expect(errors).toEqual([]);
  },
);
