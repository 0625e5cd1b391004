/** Rules about what an incident says, beyond whether it can be read. */
import { lintChart } from './lintChart.ts';
import { lintFaults, lintLines } from './lintFaults.ts';
import { lintInherited } from './lintInherited.ts';
import { lintFairness } from './lintFairness.ts';
import { lintSecrets } from './lintSecrets.ts';
import { lintWorld } from './lintWorld.ts';
import { objectsWith, valueAt } from './paths.ts';
import type { ScenarioDocument } from './schema.ts';
import type { Complaint } from './source.ts';

/**
 * @param data the file as read, of any shape
 * @param document the same where its shape is right: rules that need all of it wait for that
 * @param file its name; `scenario.yaml` files must stand in the folder of their id
 */
export function lint(data: unknown, document: ScenarioDocument | null, file: string): Complaint[] {
  return [
    ...wrongFolder(data, file),
    ...unclearBounds(data),
    ...lintSecrets(data),
    ...lintFairness(data),
    ...lintChart(data),
    ...(document === null
      ? []
      : [
          ...lintWorld(document),
          ...lintFaults(document),
          ...lintLines(document),
          ...lintInherited(document),
        ]),
  ];
}

function wrongFolder(data: unknown, file: string): Complaint[] {
  const folder = /(?:^|[/\\])([^/\\]+)[/\\]scenario\.ya?ml$/.exec(file)?.[1];
  const id = valueAt(data, ['id']);
  if (folder === undefined || typeof id !== 'string' || id === folder) return [];
  return [
    {
      code: 'SCN034',
      path: ['id'],
      found: 'not the name of its folder',
      expected: `\`${folder}\``,
    },
  ];
}

/** A bound says `above` or `below`, not both and not neither; a bound on nothing at all always holds. */
function unclearBounds(data: unknown): Complaint[] {
  const places = ['chart', 'recovery', 'page', 'tickets', 'postmortem'].flatMap((root) =>
    objectsWith(data, root, 'metric'),
  );
  return places.flatMap((path): Complaint[] => {
    const above = valueAt(data, [...path, 'above']) !== undefined;
    const below = valueAt(data, [...path, 'below']) !== undefined;
    if (above !== below) return [];
    return [
      {
        code: 'SCN010',
        path: [...path, 'above'],
        found: above ? 'both `above` and `below`' : '`above` or `below` is missing',
        expected: 'exactly one bound',
      },
    ];
  });
}
