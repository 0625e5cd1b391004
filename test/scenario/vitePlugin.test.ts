import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type Rollup } from 'vite';
import { afterEach, describe, expect, it } from 'vitest';
import { pagerCards } from 'virtual:pager-cards';
import { loadCompiled, scenarioIds } from 'virtual:scenarios';
import { scenarioPlugin } from '../../src/scenario/vitePlugin.ts';
import { scenarioById, textOf } from './library.ts';

describe('the virtual modules', () => {
  it('list the scenarios in campaign order', () => {
    expect(pagerCards.map(({ id }) => id)).toEqual([...scenarioIds]);
    expect(pagerCards.map(({ order }) => order)).toEqual(scenarioIds.map((_, place) => place));
  });

  it('load one scenario at a time, as the compiler made it', async () => {
    for (const id of scenarioIds) expect(await loadCompiled(id)).toEqual(scenarioById(id));
    expect(await loadCompiled('toString')).toBeNull();
  });
});

describe('a build', () => {
  let root = '';
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  async function bundle(
    entry: string,
    scenarios: Readonly<Record<string, string>>,
  ): Promise<readonly Rollup.OutputChunk[]> {
    root = mkdtempSync(join(tmpdir(), 'scenarios-'));
    for (const [id, text] of Object.entries(scenarios)) {
      mkdirSync(join(root, 'scenarios', id), { recursive: true });
      writeFileSync(join(root, 'scenarios', id, 'scenario.yaml'), text);
    }
    writeFileSync(join(root, 'entry.js'), entry);
    const result = (await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [scenarioPlugin()],
      build: { write: false, minify: false, rolldownOptions: { input: join(root, 'entry.js') } },
    })) as Rollup.RollupOutput;
    return result.output.filter((part) => part.type === 'chunk');
  }

  const good = { 'nan-in-the-scores': textOf('nan-in-the-scores') };

  it('puts cards into the first script and each scenario into a chunk of its own', async () => {
    const chunks = await bundle(
      `import { pagerCards } from 'virtual:pager-cards';
       import { loadCompiled } from 'virtual:scenarios';
       console.log(pagerCards, loadCompiled);`,
      good,
    );
    const first = chunks.find(({ isEntry }) => isEntry)?.code ?? '';
    expect(first).toContain('Thu 15:42');
    expect(first).not.toContain('The order of nothing');
    expect(first).not.toContain('diverged-head');
    const lazy = chunks.filter(({ isEntry }) => !isEntry);
    expect(lazy).toHaveLength(1);
    expect(lazy[0]?.code).toContain('diverged-head');
  });

  it('carries neither parser nor schema', async () => {
    const chunks = await bundle(
      `import { loadCompiled } from 'virtual:scenarios'; loadCompiled('x');`,
      good,
    );
    for (const { moduleIds } of chunks) {
      expect(moduleIds.filter((id) => id.includes('node_modules'))).toEqual([]);
    }
  });

  it('stops at a broken file with its code frame', async () => {
    const broken = textOf('nan-in-the-scores').replace('metric: save_rate', 'metric: save_rat');
    await expect(
      bundle(`import { pagerCards } from 'virtual:pager-cards'; console.log(pagerCards);`, {
        'nan-in-the-scores': broken,
      }),
    ).rejects.toThrow(
      /SCN014 unknown-metric {2}scenarios\/nan-in-the-scores\/scenario\.yaml:\d+:\d+[\s\S]*\^{8} not a metric/,
    );
  });
});

describe('while developing', () => {
  it('shows a mistake over the page when a file is saved, and reloads when it is mended', async () => {
    const root = mkdtempSync(join(tmpdir(), 'scenarios-'));
    const file = join(root, 'scenarios', 'nan-in-the-scores', 'scenario.yaml');
    mkdirSync(join(file, '..'), { recursive: true });
    const text = textOf('nan-in-the-scores');
    writeFileSync(file, text);
    const server = await createServer({
      root,
      configFile: false,
      logLevel: 'silent',
      appType: 'custom',
      // The test says itself when a file was saved: waiting for the disk would make it slow and moody.
      server: { middlewareMode: true, ws: false, watch: null },
      plugins: [scenarioPlugin()],
    });
    try {
      const sent: string[] = [];
      server.ws.send = (payload: unknown) => {
        const { type, err } = payload as { type: string; err?: { message: string } };
        sent.push(err ? err.message.slice(0, 27) : type);
      };
      const cards = async (): Promise<string> =>
        (await server.environments.client.transformRequest('virtual:pager-cards'))?.code ?? '';
      expect(await cards()).toContain('Thu 15:42');

      writeFileSync(file, text.replace('metric: save_rate', 'metric: save_rat'));
      server.watcher.emit('all', 'change', file);
      await expect(cards()).rejects.toThrow('unknown-metric');

      writeFileSync(file, text.replaceAll('Thu 15:42', 'Thu 15:41'));
      server.watcher.emit('all', 'change', file);
      expect(await cards()).toContain('Thu 15:41');
      expect(sent).toEqual(['error SCN014 unknown-metric', 'full-reload']);
    } finally {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    }
  });
});
