/** Modules the Vite plugin makes out of `scenarios/`. */

declare module 'virtual:scenarios' {
  import type { CompiledScenario } from './compiled.ts';
  /** Ids of every scenario, in campaign order. */
  export const scenarioIds: readonly string[];
  /** One scenario, loaded on demand; null where there is none of that id. */
  export function loadCompiled(id: string): Promise<CompiledScenario | null>;
}

declare module 'virtual:pager-cards' {
  import type { PagerCard } from './compiled.ts';
  /** In campaign order. */
  export const pagerCards: readonly PagerCard[];
}
