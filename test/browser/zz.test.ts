import { test } from 'vitest';
import { openPage } from './support/session.ts';
import { Player } from './support/player.ts';
test('zz', { timeout: 400000 }, async () => {
  const { page, consoleErrors } = await openPage({
    path: '/?world=small',
    reducedMotion: true,
    viewport: { width: 1440, height: 900 },
  } as never);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/zz-front.png', fullPage: true });
  const player = new Player(page);
  await player.take(/Mon 11:20|Mon 1[0-9]:/);
  await page.screenshot({ path: '/tmp/zz-play.png' });
  await player.move(/^region,/).catch(() => undefined);
  await page.screenshot({ path: '/tmp/zz-play2.png' });
  await player.close(/./);
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/zz-debrief.png', fullPage: true });
  const card = page.getByRole('region', { name: 'What would have helped' });
  await card.getByRole('button', { name: 'Try them out' }).click();
  await page.waitForTimeout(90000);
  await page.screenshot({ path: '/tmp/zz-debrief2.png', fullPage: true });
  console.log(consoleErrors);
});
