/**
 * Every text the page shows passes through `unbroken`, whoever wrote it: figures stand in sentences of the session, of
 * authors and of the page itself, and a rule that each of them has to remember is forgotten by one. Names and titles of
 * elements stay as they are: they are read, not set in lines.
 */
import { options, type ComponentChildren } from 'preact';
import { unbroken } from '../unbroken.ts';

const bound = (children: ComponentChildren): ComponentChildren => {
  if (typeof children === 'string') return unbroken(children);
  return Array.isArray(children) ? children.map(bound) : children;
};

/** Once, before anything is drawn. */
export const keepUnitsWithNumbers = (): void => {
  const before = options.vnode?.bind(options);
  options.vnode = (vnode) => {
    // Children of a component may be anything; what it makes of them comes by here again.
    if (typeof vnode.type === 'string') vnode.props.children = bound(vnode.props.children);
    before?.(vnode);
  };
};
