import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { importCycles, staticPathTo, type Graph } from './importGraph.ts';
import {
  BUILD_TOOLS,
  DOM_GLOBALS,
  EMPTY_NAMES,
  EXACT_MATH,
  IRREPRODUCIBLE_GLOBALS,
  IRREPRODUCIBLE_METHODS,
  isReproducible,
  LAYERS,
  mayName,
  mayRun,
  mayUseNode,
  NODE_GLOBALS,
  PACKAGES,
  STORAGE_GLOBALS,
  TOPS,
  type Folder,
} from './layers.ts';
import { readModule, type Import, type ModuleFacts } from './readModule.ts';

export interface SourceFile {
  /** From the root of the project, with forward slashes: `src/sim/step.ts`. */
  readonly path: string;
  readonly source: string;
}

export interface Violation {
  readonly rule: Rule;
  readonly path: string;
  readonly detail: string;
}

export type Rule =
  | 'empty'
  | 'syntax'
  | 'folder'
  | 'layer'
  | 'package'
  | 'node'
  | 'dom'
  | 'reproducible'
  | 'unresolved'
  | 'cycle'
  | 'eager-canvas'
  | 'name'
  | 'barrel'
  | 'default-export';

/**
 * Checks the sources against the rules of the architecture; an empty list of violations is what one
 * wants. A list without files in src is itself a violation: a checker that saw nothing proves nothing.
 */
export function checkArchitecture(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  const paths = new Set(files.map((file) => file.path));
  const graph: Graph = new Map();
  if (!files.some((file) => file.path.startsWith('src/'))) {
    violations.push({ rule: 'empty', path: 'src', detail: 'no source file was looked at' });
  }
  for (const file of files) {
    const add = (rule: Rule, detail: string): void => {
      violations.push({ rule, path: file.path, detail });
    };
    const facts = readModule(file.path, file.source);
    for (const message of facts.syntaxErrors) add('syntax', message);
    checkName(file.path, add);
    checkShape(file.path, facts, add);
    const edges: { to: string; kind: Import['kind'] }[] = [];
    for (const { specifier, kind } of facts.imports) {
      if (!specifier.startsWith('.')) {
        checkPackage(file.path, specifier, add);
        continue;
      }
      const target = resolve(file.path, specifier);
      if (paths.has(target)) edges.push({ to: target, kind });
      else if (isModule(target)) add('unresolved', `${specifier} is no file here`);
      checkLayer(file.path, target, kind, add);
    }
    graph.set(file.path, edges);
    checkGlobals(file.path, facts, add);
  }
  for (const cycle of importCycles(graph)) {
    violations.push({ rule: 'cycle', path: cycle[0]!, detail: cycle.join(' → ') });
  }
  checkCanvas(files, graph, violations);
  return violations;
}

type Add = (rule: Rule, detail: string) => void;

function resolve(from: string, specifier: string): string {
  const [bare] = specifier.split('?');
  return posix.normalize(posix.join(posix.dirname(from), bare!));
}

/** Anything but a style sheet, picture, font or document: those are no part of the import graph. */
function isModule(path: string): boolean {
  const extension = posix.extname(path);
  return extension === '' || /^\.[cm]?[jt]sx?$/.test(extension);
}

/** Folder of a path below src, `main` for the composition root; undefined outside of src. */
function folderOf(path: string): Folder | undefined {
  const [top, folder] = path.split('/');
  if (top !== 'src') return undefined;
  if (path === 'src/main.ts') return 'main';
  return [...LAYERS, ...TOPS].find((name) => name === folder);
}

function checkName(path: string, add: Add): void {
  const parts = path.split('/');
  if (path.startsWith('src/') && folderOf(path) === undefined && !path.endsWith('.d.ts')) {
    add('folder', `${parts[1]} is no layer: add it to test/architecture/layers.ts`);
  }
  for (const part of parts) {
    const name = part.split('.')[0]!;
    if (EMPTY_NAMES.has(name.toLowerCase()))
      add('name', `"${name}" says nothing of what is inside`);
  }
}

function checkShape(path: string, facts: ModuleFacts, add: Add): void {
  const file = posix.basename(path);
  if (facts.isBarrel) add('barrel', 'import from the file that defines the thing');
  if (facts.hasDefaultExport && !/\.d\.ts$|\.config\.ts$/.test(file)) {
    add('default-export', 'export it by name');
  }
}

function checkPackage(path: string, specifier: string, add: Add): void {
  const folder = folderOf(path);
  if (folder === undefined) return;
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.split('/')[0]!;
  const allowed = PACKAGES[name];
  if (allowed !== undefined && !allowed.includes(folder)) {
    add('package', `${name} belongs to ${allowed.join(' and ')}`);
  }
  const isNode = specifier.startsWith('node:') || builtinModules.includes(specifier);
  if (isNode && !mayUseNode(path, folder)) add('node', `${specifier} does not exist in a browser`);
}

function checkLayer(path: string, target: string, kind: Import['kind'], add: Add): void {
  const from = folderOf(path);
  if (from === undefined || BUILD_TOOLS.includes(path)) return;
  const to = folderOf(target);
  if (to === undefined) {
    if (target.startsWith('test/')) add('layer', `${target} is test code`);
    return;
  }
  if (kind === 'type') {
    if (!mayName(from, to, target)) add('layer', `${from} may not name types of ${target}`);
  } else if (!mayRun(from, to, target)) {
    const hint = mayName(from, to, target) ? ', only name its types' : '';
    add('layer', `${from} may not import ${target}${hint}`);
  }
}

function checkGlobals(path: string, facts: ModuleFacts, add: Add): void {
  const folder = folderOf(path);
  if (folder === undefined) return;
  const onPage = folder === 'ui' || folder === 'scene' || folder === 'main';
  for (const name of facts.globals) {
    if (DOM_GLOBALS.has(name) && !onPage && !(folder === 'storage' && STORAGE_GLOBALS.has(name))) {
      add('dom', `${name} exists on the page only`);
    }
    if (NODE_GLOBALS.has(name) && !mayUseNode(path, folder)) {
      add('node', `${name} does not exist in a browser`);
    }
  }
  if (!isReproducible(folder) || BUILD_TOOLS.includes(path)) return;
  for (const name of facts.globals) {
    if (IRREPRODUCIBLE_GLOBALS.has(name)) add('reproducible', `${name} differs from run to run`);
  }
  for (const name of facts.math) {
    if (EXACT_MATH.has(name)) continue;
    const what = name === '*' ? 'Math itself, passed around' : `Math.${name}`;
    add('reproducible', `${what} may differ between engines: use src/determinism`);
  }
  for (const name of facts.members) {
    if (IRREPRODUCIBLE_METHODS.has(name)) add('reproducible', `${name} depends on the locale`);
  }
  if (facts.usesPower) add('reproducible', '** may differ between engines: use pow');
}

/** The canvas library is large: the page must be able to start without it. */
function checkCanvas(files: readonly SourceFile[], graph: Graph, violations: Violation[]): void {
  const start = 'src/main.ts';
  const heavy = new Set(
    files
      .filter((file) =>
        readModule(file.path, file.source).imports.some(
          ({ specifier, kind }) => specifier === 'phaser' && kind === 'run',
        ),
      )
      .map((file) => file.path),
  );
  const path = staticPathTo(graph, start, heavy);
  if (path !== undefined) {
    violations.push({ rule: 'eager-canvas', path: start, detail: `${path.join(' → ')} → phaser` });
  }
}
