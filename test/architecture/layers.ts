/** The rules of the layers, as data. The reasons are in src/README.md and src/DECISIONS.md. */

/** From the bottom up. A layer may import those before it, except its own peers. */
export const LAYERS = [
  'determinism',
  'sim',
  'log',
  'scenario',
  'incident',
  'session',
  'analysis',
  'bots',
  'scoring',
  'proof',
  'drills',
  'worker',
] as const;

export type Layer = (typeof LAYERS)[number];

/** Side by side: neither may import the other. */
const PEERS: readonly (readonly [Layer, Layer])[] = [
  ['log', 'scenario'],
  ['analysis', 'bots'],
];

/** Above the layers: the page and the command line. */
export const TOPS = ['storage', 'scene', 'ui', 'main', 'cli'] as const;

export type Folder = Layer | (typeof TOPS)[number];

/** May `from` import `to` at run time? `target` is the path of the imported file. */
export function mayRun(from: Folder, to: Folder, target: string): boolean {
  if (from === to) return true;
  if (from === 'bots') return SHOWN_TO_BOTS.some((pattern) => pattern.test(target));
  if (isLayer(from)) return isLayer(to) && isBelow(to, from);
  switch (from) {
    case 'storage':
      return to === 'determinism' || to === 'log' || to === 'session';
    case 'scene':
      return runsOnPage(target);
    case 'ui':
      return to === 'scene' || to === 'storage' || runsOnPage(target);
    case 'main':
      return to === 'ui' || to === 'scene' || to === 'storage' || runsOnPage(target);
    case 'cli':
      return isLayer(to);
  }
  return false;
}

/** Types cost nothing at run time: a layer may name those below, the page those of every layer. */
export function mayName(from: Folder, to: Folder, target: string): boolean {
  if (mayRun(from, to, target)) return true;
  return isLayer(to) && (!isLayer(from) || isBelow(to, from));
}

/**
 * Scripted players see what people are shown: what of the layers below may run in them. A run is in the hands of whoever
 * plays them out, and there only a command goes in and a view comes out.
 */
const SHOWN_TO_BOTS = [
  /^src\/determinism\//,
  /^src\/sim\/(metrics|segments)\.ts$/,
  /^src\/session\/(dispatch|viewOf)\.ts$/,
];

/**
 * What of the layers may run in the page's own thread: the way to the worker, the grammar of commands,
 * and modules of words and formatting. The simulation never does.
 */
const ON_PAGE = [
  /^src\/determinism\//,
  /^src\/worker\/(client|pageClient|protocol)\.ts$/,
  /^src\/session\/grammar[^/]*\.ts$/,
  /^src\/session\/grammar\//,
  /\/(format|words)[^/]*\.ts$/,
  /\/\w+(Format|Words)\.ts$/,
];

function runsOnPage(target: string): boolean {
  return ON_PAGE.some((pattern) => pattern.test(target));
}

function isBelow(low: Layer, high: Layer): boolean {
  if (PEERS.some((pair) => pair.includes(low) && pair.includes(high))) return false;
  return LAYERS.indexOf(low) < LAYERS.indexOf(high);
}

export function isLayer(folder: Folder): folder is Layer {
  return (LAYERS as readonly string[]).includes(folder);
}

/** Where a run must come out the same in every engine: everything below the worker. */
export function isReproducible(folder: Folder): boolean {
  return isLayer(folder) && folder !== 'worker';
}

/** Packages that only some folders may import. */
export const PACKAGES: Readonly<Record<string, readonly Folder[]>> = {
  seedrandom: ['determinism'],
  xstate: ['incident', 'ui'],
  phaser: ['scene'],
};

/** What of the build and the command line lives in a layer. */
export const BUILD_TOOLS: readonly string[] = [
  'src/scenario/archetypeFiles.ts',
  'src/scenario/vitePlugin.ts',
];

export function mayUseNode(path: string, folder: Folder): boolean {
  return folder === 'cli' || path.startsWith('src/worker/node') || BUILD_TOOLS.includes(path);
}

/** What of `Math` every engine computes to the same bit. */
export const EXACT_MATH: ReadonlySet<string> = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
  'E',
  'LN10',
  'LN2',
  'LOG10E',
  'LOG2E',
  'PI',
  'SQRT1_2',
  'SQRT2',
]);

/** Time, chance and locale: they differ from run to run or from engine to engine. */
export const IRREPRODUCIBLE_GLOBALS: ReadonlySet<string> = new Set([
  'Date',
  'Intl',
  'Temporal',
  'crypto',
  'performance',
  'queueMicrotask',
  'setInterval',
  'setTimeout',
]);

/** The same as methods, of any object. */
export const IRREPRODUCIBLE_METHODS: ReadonlySet<string> = new Set([
  'localeCompare',
  'toLocaleDateString',
  'toLocaleLowerCase',
  'toLocaleString',
  'toLocaleTimeString',
  'toLocaleUpperCase',
]);

export const DOM_GLOBALS: ReadonlySet<string> = new Set([
  'AudioContext',
  'CustomEvent',
  'Document',
  'Element',
  'HTMLCanvasElement',
  'HTMLElement',
  'Image',
  'IntersectionObserver',
  'MutationObserver',
  'Node',
  'OffscreenCanvas',
  'ResizeObserver',
  'alert',
  'cancelAnimationFrame',
  'confirm',
  'customElements',
  'document',
  'getComputedStyle',
  'history',
  'indexedDB',
  'innerHeight',
  'innerWidth',
  'localStorage',
  'location',
  'matchMedia',
  'navigator',
  'prompt',
  'requestAnimationFrame',
  'sessionStorage',
  'window',
]);

/** What of these is a place to keep things, and so belongs to storage. */
export const STORAGE_GLOBALS: ReadonlySet<string> = new Set([
  'indexedDB',
  'localStorage',
  'navigator',
]);

export const NODE_GLOBALS: ReadonlySet<string> = new Set([
  'Buffer',
  '__dirname',
  '__filename',
  'process',
  'require',
]);

/** Names that say nothing and therefore collect everything. */
export const EMPTY_NAMES: ReadonlySet<string> = new Set([
  'common',
  'helper',
  'helpers',
  'misc',
  'shared',
  'util',
  'utils',
]);
