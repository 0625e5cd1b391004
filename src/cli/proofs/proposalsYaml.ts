/** Expectations as an author writes them, to be copied into a scenario as they stand. */
import { stringify } from 'yaml';
import type { Expectation } from '../../scenario/compiled.ts';

export function proposalsInYaml(proposed: readonly Expectation[]): string {
  // An alias, which stands for what was written before, is refused in a scenario.
  return stringify(proposed.map(written), { aliasDuplicateObjects: false });
}

function written({ id, metric, scope, window, expect, percent }: Expectation): object {
  const parts = scope.filter((part) => Object.keys(part).length > 0);
  return {
    id,
    metric,
    ...(parts.length === 0 ? {} : { scope: parts.length === 1 ? parts[0] : parts }),
    window: window.map(moment),
    expect,
    percent: `${percent} %`,
  };
}

/** `minutes` after the page; whole hours. */
function moment(minutes: number): string {
  if (minutes === 0) return 'page';
  return `page ${minutes < 0 ? '-' : '+'} ${Math.abs(minutes) / 60}h`;
}
