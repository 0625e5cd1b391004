import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPageIn } from './support/openPage.ts';
import { WORLD_MS } from './support/patience.ts';
import { sharedBrowser } from './support/session.ts';
import { serveFolder } from './support/staticServer.ts';

test('a newer version is offered, and loaded when one agrees', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'blast-radius-versions-'));
  cpSync('dist', folder, { recursive: true });
  const server = await serveFolder(folder);
  const opened = await openPageIn(await sharedBrowser(), server.origin);
  const { page, consoleErrors } = opened;
  try {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    const offer = page.getByRole('button', { name: 'Reload into it' });
    expect(await offer.count()).toBe(0);

    appendFileSync(join(folder, 'sw.js'), '\n// the next version\n');
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await offer.waitFor({ timeout: WORLD_MS });
    await Promise.all([page.waitForEvent('load', { timeout: WORLD_MS }), offer.click()]);
    expect(await offer.count()).toBe(0);
    const waits = await page.evaluate(
      async () => (await navigator.serviceWorker.ready).waiting !== null,
    );
    expect(waits).toBe(false);
    expect(consoleErrors).toEqual([]);
  } finally {
    await opened.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
