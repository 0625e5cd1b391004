// oxlint-disable typescript/consistent-type-imports -- an ambient module can name a relative file in no other way
/** Modules the Vite plugin makes out of `scenarios/`. */

declare module 'virtual:scenarios' {
  /** Ids of every scenario, in campaign order. */
  export const scenarioIds: readonly string[];
  /** One scenario, loaded on demand; null where there is none of that id. */
  export function loadCompiled(
    id: string,
  ): Promise<import('./compiled.ts').CompiledScenario | null>;
}

declare module 'virtual:pager-cards' {
  /** In campaign order. */
  export const pagerCards: readonly import('./compiled.ts').PagerCard[];
  /** Of incidents taken over half way, in the order of these. */
  export const handoverCards: readonly import('./compiled.ts').PagerCard[];
}
