/** A run in two tabs: the second is told, and told again when the first lets go. */
import { signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import type { App } from '../../src/ui/app/context.ts';
import { warnOfTwoTabs } from '../../src/ui/app/twoTabs.ts';

type Granted = (lock: object | null) => unknown;
interface Options {
  readonly ifAvailable?: boolean;
  readonly signal?: AbortSignal;
}

/** One lock at a time by name, the others in a queue: what two tabs share. */
function locks() {
  const queues = new Map<string, Granted[]>();
  const grant = async (name: string): Promise<void> => {
    const queue = queues.get(name)!;
    await queue[0]!({});
    queue.shift();
    if (queue.length > 0) void grant(name);
  };
  return {
    request: async (name: string, options: Options, granted: Granted): Promise<void> => {
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      if (options.ifAvailable === true && queue.length > 0) {
        await granted(null);
        return;
      }
      queue.push(granted);
      options.signal?.addEventListener('abort', () => {
        if (queue.indexOf(granted) > 0) queue.splice(queue.indexOf(granted), 1);
      });
      if (queue.length === 1) await grant(name);
    },
  };
}

const tab = () => {
  const screen = signal('playing');
  const source = signal<{ id: string } | null>({ id: 'a' });
  const notice = signal('');
  warnOfTwoTabs({ screen, run: { source }, notice } as unknown as App);
  return { screen, notice };
};

const turns = async (): Promise<void> => {
  for (let k = 0; k < 10; k++) await Promise.resolve();
};

/** One tab after the other, on the same run. */
const twoTabs = async () => {
  vi.stubGlobal('navigator', { locks: locks() });
  const first = tab();
  await turns();
  const second = tab();
  await turns();
  return [first, second] as const;
};

afterEach(() => vi.unstubAllGlobals());

test('the second tab is told, and told when it is alone', async () => {
  const [first, second] = await twoTabs();
  expect(first.notice.value).toBe('');
  expect(second.notice.value).toMatch(/^This run is open in another tab/);
  first.screen.value = 'pager';
  await turns();
  expect(second.notice.value).toMatch(/^The other tab has let go/);
  // It holds the run now: the first is told when it comes back.
  first.screen.value = 'playing';
  await turns();
  expect(first.notice.value).toMatch(/^This run is open in another tab/);
});

test('a tab that left the run itself no longer waits for it', async () => {
  const [first, second] = await twoTabs();
  second.screen.value = 'pager';
  second.notice.value = '';
  first.screen.value = 'pager';
  await turns();
  expect(second.notice.value).toBe('');
});

test('a page that may hold no locks plays on untold', () => {
  vi.stubGlobal('navigator', {});
  expect(tab().notice.value).toBe('');
});
