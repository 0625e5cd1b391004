/** The order in which the values of a dimension stand on an axis: that of the closed lists, builds newest first. */
import {
  type Activity,
  DEVICE_TIERS,
  ENTRIES,
  HISTORY_LENGTHS,
  LANGUAGES,
  NETWORKS,
  PLATFORMS,
  REGIONS,
  SURFACES,
  TENURES,
  type Dimension,
} from '../sim/segments.ts';
import type { Run } from './run.ts';

function listed(run: Run, dimension: Dimension): readonly string[] {
  switch (dimension) {
    case 'surface':
      return SURFACES;
    case 'region':
      return REGIONS;
    case 'platform':
      return PLATFORMS;
    case 'tier':
      return DEVICE_TIERS;
    case 'tenure':
      return TENURES;
    case 'activity':
      return ['core', 'casual', 'returning'] satisfies Activity[];
    case 'history':
      return HISTORY_LENGTHS;
    case 'language':
      return LANGUAGES;
    case 'network':
      return NETWORKS;
    case 'entry':
      return ENTRIES;
    case 'pool':
      return (run.scenario.world.pools ?? []).map((pool) => pool.id);
    case 'overlap':
      return [];
    case 'build':
      return run.scenario.world.builds.map((b) => b.build).toReversed();
    case 'arm':
    case 'model':
      return run.scenario.world.models.map((m) => m.version).toReversed();
  }
}

/** Keys in display order; those not listed come last, by name. */
export function orderKeys(run: Run, dimension: Dimension, keys: readonly string[]): string[] {
  const list = listed(run, dimension);
  const rank = (key: string): number => {
    const at = list.indexOf(key);
    return at < 0 ? list.length : at;
  };
  return keys.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}
