/** A component that arrives later: what is not needed for the pager is not in the first script. */
import type { ComponentType, JSX, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface LazyProps<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  readonly waiting: VNode;
}

const loaded = new WeakMap<() => Promise<unknown>, unknown>();

export const Lazy = <P extends object>({ load, props, waiting }: LazyProps<P>): JSX.Element => {
  const [, refresh] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (loaded.has(load)) return;
    load().then(
      (component) => {
        loaded.set(load, component);
        refresh((count) => count + 1);
      },
      () => setFailed(true),
    );
  }, [load]);
  const Component = loaded.get(load) as ComponentType<P> | undefined;
  if (failed)
    return (
      <p class="card" role="alert">
        This part of the page could not be loaded. Reload to try again; your run is saved.
      </p>
    );
  return Component === undefined ? waiting : <Component {...props} />;
};
