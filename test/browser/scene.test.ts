/** The scenes in a real browser, on a page of their own that obeys the policy of the game's page. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LensHandle } from '../../src/scene/lensTypes.ts';
import type { PipelineHandle } from '../../src/scene/pipelineTypes.ts';
import { layoutForView } from '../../src/scene/place.ts';
import { colourOf } from '../../src/scene/ramp.ts';
import { positionAt, setOff, type Swarm } from '../../src/scene/swarm.ts';
import { topicColour } from '../../src/scene/topicColours.ts';
import { samplePicture } from '../scene/sampleView.ts';
import { openPageIn, type OpenedPage } from './support/openPage.ts';
import { sharedBrowser } from './support/session.ts';
import { serveFolder, type StaticServer } from './support/staticServer.ts';

declare global {
  interface Window {
    lens: LensHandle;
    pipeline: PipelineHandle;
    told: [string, unknown][];
  }
}

const HOST = { x: 20, y: 10, width: 794, height: 530 };
const COUNTS = [60, 40, 30, 50, 45, 0];
const RENDERERS = ['webgl', 'canvas2d'] as const;

let folder = '';
let server: StaticServer;
let opened: OpenedPage | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scenes-'));
  const policy = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/.exec(
    readFileSync(resolve('index.html'), 'utf8'),
  );
  if (policy === null) throw new Error('index.html has no policy to test under');
  await build({
    root: resolve('test/scene/page'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [
      { name: 'policy', transformIndexHtml: (html) => html.replace('<!-- policy -->', policy[0]) },
    ],
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  server = await serveFolder(folder);
});

afterEach(async () => {
  await opened?.close();
  opened = null;
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const open = async (scale = 1): Promise<Page> => {
  opened = await openPageIn(await sharedBrowser(), server.origin, { scale });
  await opened.page.waitForFunction(() => 'scenes' in window);
  return opened.page;
};

/** Mounts the lens with the sample of 3 × 2 cells, as `window.lens`; gestures go to `window.told`. */
const mount = async (
  page: Page,
  force: 'webgl' | 'canvas2d' | null,
  reduced = false,
): Promise<void> => {
  await page.evaluate(
    ([renderer, calm, counts]) => {
      window.told = [];
      window.lens = window.scenes.mountLens(document.getElementById('host')!, {
        theme: 'dark',
        reducedMotion: calm,
        onLasso: (cells) => window.told.push(['lasso', cells]),
        onPick: (cell) => window.told.push(['pick', cell]),
        onHover: (cell) => window.told.push(['hover', cell]),
        ...(renderer === null ? {} : { force: renderer }),
      });
      window.lens.update(window.scenes.samplePicture(3, 2, counts));
    },
    [force, reduced, COUNTS] as const,
  );
  if (force === 'webgl') {
    await page.waitForFunction(() => window.lens.stats().renderer === 'webgl');
  }
};

const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () => window.lens.stats().framesDrawn > 0 && window.lens.stats().asleep,
  );
  // The outlines fade in once the dots are there.
  await page.waitForTimeout(300);
};

/** Colours on the screen at these places of the page, CSS px. */
const coloursAt = async (
  page: Page,
  places: readonly { x: number; y: number }[],
): Promise<number[][]> => {
  const shot = await page.screenshot();
  return page.evaluate(
    async ([png, wanted]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const density = image.width / innerWidth;
      return wanted.map(({ x, y }) => {
        const pixel = context.getImageData(Math.floor(x * density), Math.floor(y * density), 1, 1);
        return Array.from(pixel.data.slice(0, 3));
      });
    },
    [shot.toString('base64'), places] as const,
  );
};

/** The same picture by the pure model, without a browser. */
const model = (width = HOST.width, height = HOST.height): Swarm => {
  const view = samplePicture(3, 2, COUNTS);
  return setOff(
    { ...view.dots, layout: layoutForView(view, width, height), theme: 'dark' },
    null,
    0,
    true,
  );
};

const places = (swarm: Swarm): { x: number; y: number }[] =>
  Array.from({ length: swarm.count }, (_, dot) => {
    const at = positionAt(swarm, dot, 1);
    return { x: HOST.x + at.x, y: HOST.y + at.y };
  });

/** Largest difference of a channel between what is on the screen and what the model says. */
const worstError = async (page: Page, swarm: Swarm): Promise<number> => {
  const seen = await coloursAt(page, places(swarm));
  return Math.max(
    ...seen.map((colour, dot) => {
      const wanted = colourOf('dark', swarm.value[dot] ?? 0);
      return Math.max(...wanted.map((part, i) => Math.abs(part - (colour[i] ?? 0))));
    }),
  );
};

const lensCanvas = '[data-scene=lens] canvas';

describe.each(RENDERERS)('the lens drawn with %s', (renderer) => {
  test.each([1, 2])(
    'puts every person where the model says, in their colour, at density %i',
    async (scale) => {
      const page = await open(scale);
      await mount(page, renderer);
      await settled(page);
      expect(await worstError(page, model())).toBeLessThan(24);
      expect(opened?.consoleErrors).toEqual([]);
      expect(opened?.foreignRequests).toEqual([]);
      expect(await page.locator(lensCanvas).count()).toBe(1);
    },
  );

  test('rewrites its buffer once a change and draws nothing while nothing moves', async () => {
    const page = await open();
    await mount(page, renderer);
    await settled(page);
    const first = await page.evaluate(() => window.lens.stats());
    await page.evaluate(
      (counts) => window.lens.update(window.scenes.samplePicture(3, 2, counts)),
      COUNTS,
    );
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => window.lens.stats())).toEqual(first);

    await page.evaluate(() =>
      window.lens.update(window.scenes.samplePicture(2, 2, [60, 55, 60, 50])),
    );
    await settled(page);
    const second = await page.evaluate(() => window.lens.stats());
    expect(second.bufferWrites).toBe(first.bufferWrites + 1);
    expect(second.framesDrawn).toBeGreaterThan(first.framesDrawn + 2);
  });

  test('jumps when motion is reduced', async () => {
    const page = await open();
    await mount(page, renderer, true);
    await settled(page);
    const before = (await page.evaluate(() => window.lens.stats())).framesDrawn;
    await page.evaluate(() =>
      window.lens.update(window.scenes.samplePicture(2, 2, [60, 55, 60, 50])),
    );
    await settled(page);
    const drawn = (await page.evaluate(() => window.lens.stats())).framesDrawn - before;
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThanOrEqual(2);
  });

  test('follows its host when that changes size', async () => {
    const page = await open();
    await mount(page, renderer);
    await settled(page);
    await page.evaluate(() => {
      document.getElementById('host')!.style.width = '560px';
      document.getElementById('host')!.style.height = '420px';
    });
    await page.waitForTimeout(300);
    await settled(page);
    expect(await worstError(page, model(560, 420))).toBeLessThan(24);
  });

  test('leaves nothing behind, and can be put up again', async () => {
    const page = await open();
    await mount(page, renderer);
    await settled(page);
    await page.evaluate(() => window.lens.destroy());
    expect(await page.locator('#host *').count()).toBe(0);
    await mount(page, renderer);
    await settled(page);
    expect(await worstError(page, model())).toBeLessThan(24);
    expect(opened?.consoleErrors).toEqual([]);
  });
});

test('the graphics context may be lost and come back', async () => {
  const page = await open();
  await mount(page, 'webgl');
  await settled(page);
  await page.evaluate(async (selector) => {
    const canvas = document.querySelector<HTMLCanvasElement>(selector)!;
    const context = canvas.getContext('webgl')!.getExtension('WEBGL_lose_context')!;
    context.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 100));
    context.restoreContext();
  }, lensCanvas);
  await page.waitForTimeout(500);
  await settled(page);
  expect(await worstError(page, model())).toBeLessThan(24);
});

test('a machine without a real graphics card never loads the game library', async () => {
  const page = await open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await mount(page, null);
  await settled(page);
  await page.waitForTimeout(300);
  expect((await page.evaluate(() => window.lens.stats())).renderer).toBe('canvas2d');
  expect(asked).toEqual([]);
  await page.evaluate(() => window.lens.destroy());
  await mount(page, 'webgl');
  expect(asked.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(0);
});

test('one picture has the stage; the second draws without it', async () => {
  const page = await open();
  await mount(page, 'webgl');
  await settled(page);
  await page.evaluate(() => {
    window.pipeline = window.scenes.mountPipeline(document.getElementById('other')!, {
      theme: 'dark',
      reducedMotion: true,
      onPick: () => {},
      force: 'webgl',
    });
    window.pipeline.update({ topicShares: [1], before: [1], stages: [] });
  });
  await page.waitForTimeout(400);
  expect((await page.evaluate(() => window.pipeline.stats())).renderer).toBe('canvas2d');
  expect((await page.evaluate(() => window.pipeline.stats())).framesDrawn).toBeGreaterThan(0);
  expect(await worstError(page, model())).toBeLessThan(24);
});

describe('gestures', () => {
  test('a loop drawn around discs reports their cells, once', async () => {
    const page = await open();
    await mount(page, 'canvas2d');
    await settled(page);
    const [a, b] = [model().layout.cells[0]!, model().layout.cells[3]!];
    const reach = 8 + Math.max(a.r, b.r);
    const corners = [
      [a.cx - reach, a.cy - reach],
      [a.cx + reach, a.cy - reach],
      [b.cx + reach, b.cy + reach],
      [b.cx - reach, b.cy + reach],
      [a.cx - reach, a.cy],
    ] as const;
    const [first] = corners;
    await page.mouse.move(HOST.x + first[0], HOST.y + first[1]);
    await page.mouse.down();
    for (const [x, y] of corners.slice(1))
      await page.mouse.move(HOST.x + x, HOST.y + y, { steps: 8 });
    expect(await page.locator('[data-mark=lasso]').getAttribute('d')).toMatch(/^M.*L/);
    await page.mouse.up();
    const told = await page.evaluate(() => window.told);
    expect(told.filter(([what]) => what !== 'hover')).toEqual([['lasso', [0, 3]]]);
    expect(await page.locator('[data-mark=lasso]').getAttribute('d')).toBe('');
  });

  test('a click picks, resting hovers, leaving ends it, Escape gives a loop up', async () => {
    const page = await open();
    await mount(page, 'canvas2d');
    await settled(page);
    const cell = model().layout.cells[4]!;
    await page.mouse.move(HOST.x + cell.cx, HOST.y + cell.cy);
    await page.mouse.down();
    await page.mouse.up();
    await page.mouse.move(1200, 700);
    expect(await page.evaluate(() => window.told)).toEqual([
      ['hover', 4],
      ['pick', 4],
      ['hover', null],
    ]);
    await page.mouse.move(HOST.x + 5, HOST.y + 5);
    await page.mouse.down();
    await page.mouse.move(HOST.x + 700, HOST.y + 20, { steps: 5 });
    await page.mouse.move(HOST.x + 700, HOST.y + 500, { steps: 5 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    const told = await page.evaluate(() => window.told);
    expect(told.map(([what]) => what)).not.toContain('lasso');
  });
});

describe.each(RENDERERS)('the pipeline drawn with %s', (renderer) => {
  /** Share of the coloured stream that has the colour of each of three topics. */
  const stream = async (shares: number[]): Promise<number[]> => {
    const page = await open(2);
    await page.evaluate(
      ([topicShares, force]) => {
        window.pipeline = window.scenes.mountPipeline(document.getElementById('host')!, {
          theme: 'dark',
          reducedMotion: true,
          onPick: () => {},
          force,
        });
        const stages = window.scenes.STAGES.map((id) => ({
          id,
          label: id,
          health: 'ok' as const,
          version: '',
          age: '',
        }));
        window.pipeline.update({ topicShares, before: topicShares, stages });
      },
      [shares, renderer] as const,
    );
    await page.waitForFunction((kind) => window.pipeline.stats().renderer === kind, renderer);
    await page.waitForTimeout(600);
    expect(opened?.consoleErrors).toEqual([]);
    const places = [];
    // The way from log to training, where the whole stream passes, away from the boxes.
    const row = await page.evaluate(
      () => window.pipeline.placement()?.nodes.find((node) => node.id === 'log')?.y ?? 0,
    );
    const way = Math.round(HOST.y + row);
    for (let x = 480; x < 640; x++) for (let y = way - 12; y < way + 13; y++) places.push({ x, y });
    const seen = await coloursAt(page, places);
    return [0, 1, 2].map((topic) => {
      const colour = topicColour(topic, 'dark');
      const parts = [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
      return seen.filter((at) => parts.every((part, i) => Math.abs(part - (at[i] ?? 0)) < 12))
        .length;
    });
  };

  test('shows a collapse as a stream of one colour', async () => {
    const mixed = await stream([1, 1, 1]);
    expect(Math.min(...mixed)).toBeGreaterThan(20);
    await opened?.close();
    const collapsed = await stream([0, 1, 0]);
    expect(collapsed[1]).toBeGreaterThan(60);
    expect([collapsed[0], collapsed[2]]).toEqual([0, 0]);
  });
});
