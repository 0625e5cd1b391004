import { expect, test } from 'vitest';
import { openPage } from './support/session.ts';

test('after one visit the page opens without a network', async () => {
  const { page, context, consoleErrors } = await openPage({ reducedMotion: true });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const title = await page.title();
  await context.setOffline(true);
  await page.reload();
  expect(await page.title()).toBe(title);
  expect(await page.locator('#app').count()).toBe(1);
  expect(consoleErrors).toEqual([]);

  // Whatever was not kept must fail, or the page was served by the network after all.
  const reached = await page.evaluate(async () => {
    try {
      await fetch('/nothing');
      return true;
    } catch {
      return false;
    }
  });
  expect(reached).toBe(false);
});
