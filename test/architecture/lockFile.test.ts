import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly optionalDependencies?: object }>
  >;
}

/** Optional packages that a locked package asks for and the lock does not name. */
function missingBinaries(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => {
        const nested = `${path}/node_modules/${name}`;
        return !(`node_modules/${name}` in lock.packages) && !(nested in lock.packages);
      })
      .map((name) => `${path} wants ${name}`),
  );
}

/** Where the lock says from which address a package came. */
function addresses(lock: Lock): string[] {
  return Object.values(lock.packages).flatMap((entry) => entry.resolved ?? []);
}

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

  // A registry that lacks a platform's binary makes npm leave it out without a word, and `npm ci`
  // then fails for whoever has that platform.
  test('names the binaries of every platform', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(missingBinaries(lock)).toEqual([]);
  });

  test('ties nobody to an address', () => {
    expect(addresses(lock)).toEqual([]);
  });
});

test('a missing binary and an address would be noticed', () => {
  const lock: Lock = {
    packages: {
      'node_modules/tool': {
        resolved: 'http://registry.example/tool.tgz',
        optionalDependencies: { '@tool/linux': '1', '@tool/mac': '1', '@tool/win': '1' },
      },
      'node_modules/@tool/linux': {},
      'node_modules/tool/node_modules/@tool/mac': {},
    },
  };
  expect(missingBinaries(lock)).toEqual(['node_modules/tool wants @tool/win']);
  expect(addresses(lock)).toEqual(['http://registry.example/tool.tgz']);
});
