/** Walking plain data by path, assuming nothing about its shape. */
import type { Path } from './source.ts';

export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/** Every path of the data that a pattern such as `faults.*.id` stands for. */
export function expand(data: unknown, pattern: string): Path[] {
  let paths: Path[] = [[]];
  for (const part of pattern.split('.')) {
    paths = paths.flatMap((path) => {
      const value = valueAt(data, path);
      if (part === '*')
        return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
      return valueAt(data, [...path, part]) === undefined ? [] : [[...path, part]];
    });
  }
  return paths;
}

/** Every mapping under `root` that has the field, in the order of the file. */
export function objectsWith(data: unknown, root: string, field: string): Path[] {
  const found: Path[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && Object.hasOwn(value, field)) found.push(path);
    for (const [key, child] of Object.entries(value)) {
      visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(valueAt(data, [root]), [root]);
  return found;
}
