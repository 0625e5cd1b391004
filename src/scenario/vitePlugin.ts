/**
 * Compiles `scenarios/<id>/scenario.yaml` at build time. Page and worker get finished data; neither the YAML parser
 * nor the schema is in their bundles. A broken file stops a build and, while developing, shows its code frame over
 * the page and leaves the other scenarios alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin, Rollup, ViteDevServer } from 'vite';
import { archetypesIn } from './archetypeFiles.ts';
import type { CompiledScenario, PagerCard } from './compiled.ts';
import { formatDiagnostics, hasErrors, type Diagnostic } from './diagnostics.ts';
import { loadScenario } from './load.ts';

/** Folder of what scenarios extend, beside theirs. */
const ARCHETYPES = 'archetypes';
const SCENARIOS = 'virtual:scenarios';
const CARDS = 'virtual:pager-cards';
/** Followed by an id: the data of one scenario. */
const SCENARIO = 'virtual:scenario/';
const resolved = (id: string): string => `\0${id}`;

interface Compiled {
  readonly file: string;
  readonly scenario: CompiledScenario | null;
  readonly card: PagerCard | null;
  readonly handover: PagerCard | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function scenarioPlugin(folder = 'scenarios'): Plugin {
  let root = resolve(folder);
  let base = process.cwd();
  let library: readonly Compiled[] | null = null;

  const compiled = (): readonly Compiled[] => (library ??= compileFolder(root, base));
  const intact = (): readonly {
    scenario: CompiledScenario;
    card: PagerCard;
    handover: PagerCard | null;
  }[] =>
    compiled()
      .flatMap(({ scenario, card, handover }) =>
        scenario && card ? [{ scenario, card, handover }] : [],
      )
      .toSorted((a, b) => a.card.order - b.card.order);

  return {
    name: 'scenarios',
    configResolved(config) {
      base = config.root;
      root = resolve(config.root, folder);
    },
    buildStart() {
      library = null;
      for (const { file } of compiled()) this.addWatchFile(file);
      const folder = join(root, ARCHETYPES);
      for (const name of archetypesIn(folder).names)
        this.addWatchFile(join(folder, `${name}.yaml`));
    },
    resolveId(id) {
      return id === SCENARIOS || id === CARDS || id.startsWith(SCENARIO) ? resolved(id) : null;
    },
    load(id) {
      if (!id.startsWith(resolved('virtual:scenario')) && id !== resolved(CARDS)) return null;
      reportOn(compiled(), this);
      if (id === resolved(SCENARIOS))
        return indexModule(intact().map(({ scenario }) => scenario.id));
      if (id === resolved(CARDS)) {
        const handovers = intact().flatMap(({ handover }) => handover ?? []);
        return [
          `export const pagerCards = ${JSON.stringify(intact().map(({ card }) => card))};`,
          `export const handoverCards = ${JSON.stringify(handovers)};`,
        ].join('\n');
      }
      const wanted = id.slice(resolved(SCENARIO).length);
      const found = intact().find(({ scenario }) => scenario.id === wanted);
      return `export const scenario = ${JSON.stringify(found?.scenario ?? null)};`;
    },
    configureServer(server) {
      server.watcher.add(root);
      server.watcher.on('all', (_, path) => {
        if (!isScenarioFile(root, path)) return;
        library = null;
        refresh(server, compiled());
      });
    },
  };
}

function compileFolder(root: string, base: string): readonly Compiled[] {
  if (!existsSync(root)) return [];
  const called = (path: string): string => relative(base, path).split(sep).join('/');
  const folder = join(root, ARCHETYPES);
  const archetypes = archetypesIn(folder, called(folder));
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name, 'scenario.yaml'))
    .filter((file) => existsSync(file))
    .toSorted()
    .map((file) => ({
      file,
      ...loadScenario(readFileSync(file, 'utf8'), called(file), archetypes),
    }));
}

const isScenarioFile = (root: string, path: string): boolean =>
  resolve(path).startsWith(root + sep) &&
  (path.endsWith('scenario.yaml') || resolve(path).startsWith(join(root, ARCHETYPES) + sep));

/** Each scenario is a chunk of its own, fetched when it is played. */
function indexModule(ids: readonly string[]): string {
  const cases = ids
    .map((id) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(SCENARIO + id)}),`)
    .join('\n');
  return [
    `export const scenarioIds = ${JSON.stringify(ids)};`,
    `const loaders = {\n${cases}\n};`,
    'export async function loadCompiled(id) {',
    '  if (!Object.hasOwn(loaders, id)) return null;',
    '  return (await loaders[id]()).scenario;',
    '}',
  ].join('\n');
}

type Reporter = Pick<Rollup.PluginContext, 'error' | 'warn'>;

function reportOn(library: readonly Compiled[], to: Reporter): void {
  const broken = library.filter(({ diagnostics }) => hasErrors(diagnostics));
  for (const { diagnostics } of library) {
    if (diagnostics.length > 0 && !hasErrors(diagnostics)) to.warn(formatDiagnostics(diagnostics));
  }
  if (broken.length > 0) to.error(errorOf(broken.flatMap(({ diagnostics }) => diagnostics)));
}

function errorOf(diagnostics: readonly Diagnostic[]): {
  message: string;
  id: string;
  loc: { file: string; line: number; column: number };
  frame: string;
} {
  const [first] = diagnostics;
  return {
    message: formatDiagnostics(diagnostics),
    id: first?.file ?? '',
    loc: { file: first?.file ?? '', line: first?.line ?? 1, column: first?.column ?? 1 },
    frame: '',
  };
}

/** Shows what is wrong over the page, or reloads it with what is right. */
function refresh(server: ViteDevServer, library: readonly Compiled[]): void {
  for (const environment of Object.values(server.environments)) {
    for (const [id, module] of environment.moduleGraph.idToModuleMap) {
      if (id.startsWith(resolved('virtual:scenario')) || id === resolved(CARDS)) {
        environment.moduleGraph.invalidateModule(module);
      }
    }
  }
  const broken = library.flatMap(({ diagnostics }) => (hasErrors(diagnostics) ? diagnostics : []));
  if (broken.length === 0) {
    server.ws.send({ type: 'full-reload' });
    return;
  }
  const { message, id, loc, frame } = errorOf(broken);
  server.ws.send({
    type: 'error',
    err: { message, id, loc, frame, stack: '', plugin: 'scenarios' },
  });
}
