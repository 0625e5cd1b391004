import { describe, expect, inject, test } from 'vitest';
import { openPage, origin, sharedBrowser } from './support/session.ts';

/** Dark pixels of `text` drawn in `font`, or of nothing. */
async function inkOf(text: string, font: string): Promise<number> {
  const { page } = await openPage({ reducedMotion: true });
  return page.evaluate(
    ([words, family]) => {
      const canvas = document.createElement('canvas');
      canvas.width = 400;
      canvas.height = 60;
      const pen = canvas.getContext('2d')!;
      pen.fillStyle = 'white';
      pen.fillRect(0, 0, 400, 60);
      pen.fillStyle = 'black';
      pen.font = `30px ${family}`;
      pen.fillText(words, 5, 40);
      const { data } = pen.getImageData(0, 0, 400, 60);
      let ink = 0;
      for (let i = 0; i < data.length; i += 4) ink += Number(data[i]! < 128);
      return ink;
    },
    [text, font] as const,
  );
}

describe(`the browser of this run (${inject('browserName')})`, () => {
  // A browser without fonts draws nothing while every assertion on the document passes.
  test.each(['sans-serif', 'monospace', 'system-ui'])('glyphs have pixels in %s', async (font) => {
    expect(await inkOf('Blast Radius 0123', font)).toBeGreaterThan(500);
    expect(await inkOf('', font)).toBe(0);
  });

  test('different letters have different pixels', async () => {
    expect(await inkOf('WWWWWW', 'sans-serif')).toBeGreaterThan(
      1.5 * (await inkOf('iiiiii', 'sans-serif')),
    );
  });

  test.each([1024, 1280, 1440])(
    'at %i pixels nothing lies over the buttons of the head',
    async (width) => {
      const { page } = await openPage({ reducedMotion: true, width, height: 800 });
      const buttons = page.locator('header.top button');
      await buttons.first().waitFor();
      for (const button of await buttons.all()) await button.click({ trial: true, timeout: 5000 });
    },
  );

  test('WebGL draws', async () => {
    const { page } = await openPage();
    const pixel = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl');
      if (gl === null) return null;
      gl.clearColor(0, 1, 0, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      const seen = new Uint8Array(4);
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, seen);
      return [...seen];
    });
    expect(pixel).toEqual([0, 255, 0, 255]);
  });

  test('the theme and motion asked for reach the page', async () => {
    const { page } = await openPage({
      theme: 'light',
      reducedMotion: true,
      width: 360,
      height: 740,
    });
    const seen = await page.evaluate(() => [
      matchMedia('(prefers-color-scheme: light)').matches,
      matchMedia('(prefers-reduced-motion: reduce)').matches,
      innerWidth,
    ]);
    expect(seen).toEqual([true, true, 360]);
  });
});

describe('the built page', () => {
  test('opens without an error and asks nobody else for anything', async () => {
    const { page, consoleErrors, foreignRequests } = await openPage();
    expect(await page.title()).toContain('Blast Radius');
    expect(consoleErrors).toEqual([]);
    expect(foreignRequests).toEqual([]);
  });

  test('its policy refuses a third party', async () => {
    const { page, consoleErrors, foreignRequests } = await openPage();
    const refused = await page.evaluate(async () => {
      try {
        await fetch('https://example.org/');
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBe(true);
    expect(consoleErrors.join('\n')).toContain('Content Security Policy');
    // Stopped by the policy itself, before it became a request.
    expect(foreignRequests).toEqual([]);
  });

  test('a foreign request would be noticed', async () => {
    const context = await openPage();
    // A page without the policy, so that only the collector stands in the way.
    const bare = await context.context.newPage();
    await bare.route(`${origin()}/bare`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<img src="https://example.org/x.png">' }),
    );
    await bare.goto(`${origin()}/bare`);
    expect(context.foreignRequests).toEqual(['https://example.org/x.png']);
  });

  test('a console error would be noticed', async () => {
    const { page, consoleErrors } = await openPage();
    await page.evaluate(() => console.error('planted'));
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('thrown');
      });
    });
    await expect.poll(() => consoleErrors.join('\n')).toContain('planted');
    await expect.poll(() => consoleErrors.join('\n')).toContain('thrown');
  });
});

test('one browser serves every page of a run', async () => {
  expect(await sharedBrowser()).toBe(await sharedBrowser());
});
