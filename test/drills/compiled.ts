/** What lives through drills, bundled as it ships: the simulator is ten times slower module by module. */
import type * as drillsPlay from '../../src/cli/drillsPlay.ts';
import type * as prove from '../../src/drills/prove.ts';
import type * as warmed from '../../src/drills/warmed.ts';
import type * as replay from '../../src/session/replay.ts';
import { bundleFiles } from '../bundled/bundle.ts';

const MODULES = ['cli/drillsPlay.ts', 'drills/prove.ts', 'drills/warmed.ts', 'session/replay.ts'];

const fileOf = await bundleFiles({
  drills: MODULES.map((module) => new URL(`../../src/${module}`, import.meta.url)),
});

export const lived = (await import(/* @vite-ignore */ fileOf('drills').href)) as typeof drillsPlay &
  typeof prove &
  typeof warmed &
  typeof replay;
