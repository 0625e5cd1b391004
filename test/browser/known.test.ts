/**
 * What could be known is worked out while one plays, and the desk is as it was when one comes back from the board. It
 * takes four minutes of processor time, which a short check has not got.
 */
import { expect, test } from 'vitest';
import { thoroughly } from '../partOfDay.ts';
import { ANALYSIS_MS, TEST_MS } from './support/patience.ts';
import { playFrom } from './support/session.ts';

test.runIf(thoroughly(['known']).length > 0)(
  'every explanation of a meter that counts twice',
  { timeout: TEST_MS },
  async () => {
    const { player, errors } = await playFrom(/Wed 16:20/, '/?world=small');
    await player.move(/^app build,/);
    await player.move(/^Server writes beside logs/);
    await player.choose(/^Drop repeated events/, /android 9\.10/i);
    await player.wait(/^30 min/);
    await player.close(/more than once/);
    const belief = player.page.getByRole('region', { name: 'What could be known' });
    await belief.getByText(/Each explanation was lived through/).waitFor({ timeout: ANALYSIS_MS });
    expect(await player.shown(belief)).toMatch(/\(the cause\)\s+(> )?\d+ %/);
    // The board brings a stylesheet of its own, which must leave the desk as it was.
    await player.button(/^Retry from/).click();
    const signs = player.page.locator('.axis .mark > i');
    await signs.first().waitFor({ timeout: ANALYSIS_MS });
    for (const box of await signs.evaluateAll((all) => all.map((i) => i.getBoundingClientRect())))
      expect(box.height).toBeCloseTo(box.width, 1);
    expect(errors).toEqual([]);
  },
);
