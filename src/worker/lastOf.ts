/** The last of what was made for something: asked again for the same thing, it is not made again. */
export interface LastOf<Key, Value> {
  /** `make` runs where `key` is another than last time, or where the last making failed. */
  readonly of: (key: Key, make: () => Promise<Value>) => Promise<Value>;
}

export function lastOf<Key, Value>(): LastOf<Key, Value> {
  let last: { readonly key: Key; readonly value: Promise<Value> } | null = null;
  return {
    of(key, make) {
      if (last !== null && last.key === key) return last.value;
      const value = make();
      last = { key, value };
      value.catch(() => {
        if (last?.value === value) last = null;
      });
      return value;
    },
  };
}
