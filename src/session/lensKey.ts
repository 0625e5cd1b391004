/** What tells one view of the lens from another: the order of two dimensions does not. */
import type { Look } from './commands.ts';

export function lensKey(look: Extract<Look, { view: 'lens' }>): string {
  return `${look.metric}|${look.surface}|${[...look.by].sort().join('+')}`;
}
