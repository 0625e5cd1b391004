import type { Import } from './readModule.ts';

/** Imports between files of the project, by path. */
export type Graph = Map<string, readonly { readonly to: string; readonly kind: Import['kind'] }[]>;

/**
 * The import cycles: for each knot of files that reach each other, one shortest way round. Imports of
 * types count as well, since a cycle of types is a cycle of ideas.
 */
export function importCycles(graph: Graph): string[][] {
  const cycles: string[][] = [];
  const told = new Set<string>();
  for (const start of [...graph.keys()].toSorted()) {
    if (told.has(start)) continue;
    const cycle = shortestWay(graph, start, (path) => path === start);
    if (cycle === undefined) continue;
    for (const path of cycle) told.add(path);
    cycles.push(cycle);
  }
  return cycles;
}

/** A way from `start` to one of `goals` along imports that run at once; undefined if there is none. */
export function staticPathTo(
  graph: Graph,
  start: string,
  goals: ReadonlySet<string>,
): string[] | undefined {
  if (goals.has(start)) return [start];
  const atOnce: Graph = new Map();
  for (const [path, edges] of graph) {
    atOnce.set(
      path,
      edges.filter((edge) => edge.kind === 'run'),
    );
  }
  return shortestWay(atOnce, start, (path) => goals.has(path));
}

/** Breadth first; the way has at least one step and names both ends. */
function shortestWay(
  graph: Graph,
  start: string,
  isGoal: (path: string) => boolean,
): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const { to } of graph.get(path) ?? []) {
      if (isGoal(to)) return wayBack(cameFrom, start, path, to);
      if (to === start || cameFrom.has(to)) continue;
      cameFrom.set(to, path);
      queue.push(to);
    }
  }
  return undefined;
}

function wayBack(
  cameFrom: ReadonlyMap<string, string>,
  start: string,
  last: string,
  goal: string,
): string[] {
  const way = [goal];
  for (let path = last; path !== start; path = cameFrom.get(path)!) way.unshift(path);
  way.unshift(start);
  return way;
}
