/**
 * Do the names in a document name anything? A pass of its own over plain data: it runs even where the schema
 * complained (whose own cross-checks would be skipped then), so that an author sees every mistake at once. It assumes
 * nothing about the shape and stays silent where the schema has spoken.
 */
import type { DiagnosticCode } from './codes.ts';
import { namesIn, type Names } from './names.ts';
import { expand, objectsWith, valueAt } from './paths.ts';
import { checkClocks } from './referenceClocks.ts';
import { checkScope, checkSomebody } from './referenceScopes.ts';
import type { KindEntry, Reference } from './reference.ts';
import type { Complaint, Path } from './source.ts';
import { didYouMean } from './suggest.ts';
import {
  CONDITION_ENTRIES,
  EFFECT_ENTRIES,
  FAULT_ENTRIES,
  INTERVENTION_ENTRIES,
} from './vocabulary.ts';

/** Fields outside the vocabularies that name something. `*` is every entry of a list. */
const FIXED_REFERENCES: readonly (readonly [pattern: string, reference: Reference])[] = [
  ['principles.*', 'principle'],
  ['world.rollouts.*.from', 'model'],
  ['world.rollouts.*.to', 'model'],
  ['world.rollouts.*.owner', 'cast'],
  ['page.rule.scope', 'people'],
  ['chart.initial', 'state'],
  ['chart.states.*.transitions.*.to', 'state'],
  ['suspects.*.hypothesis', 'hypothesis'],
  ['inherited.moves.*.suspect', 'suspect'],
  ['inherited.moves.*.scope', 'people'],
  ['inherited.moves.*.reading', 'scope'],
  ['inherited.moves.*.now', 'scope'],
  ['inherited.moves.*.later', 'scope'],
  ['inherited.moves.*.fine', 'scope'],
  ['hypotheses.*.mechanisms', 'mechanism'],
  ['hypotheses.*.components', 'component'],
  ['recovery.conditions.*.scope', 'people'],
  ['postmortem.preventions.*.alert.scope', 'scope'],
  ['postmortem.draft.author', 'cast'],
  ['postmortem.draft.sentences.*.needs.*.view', 'view'],
  ['recovery.repairs.*.any', 'intervention'],
  ['offers.*.registers.*.needs.*.view', 'view'],
  ['expectations.*.scope', 'people'],
];

/** Lists whose entries must have ids of their own. */
const IDENTIFIED = [
  'world.builds.*.build',
  'world.models.*.version',
  'world.rollouts.*.id',
  'world.pools.*.id',
  'world.experiments.*.id',
  'world.robots.*.id',
  'faults.*.id',
  'changes.*.id',
  'cast.*.id',
  'runbooks.*.id',
  'tickets.*.id',
  'chart.states.*.id',
  'suspects.*.id',
  'hypotheses.*.id',
  'references.*.id',
  'wrong.*.id',
  'inherited.moves.*.id',
  'inherited.references.*.id',
  'offers.*.id',
  'expectations.*.id',
  'postmortem.causes.*.id',
  'postmortem.preventions.*.id',
] as const;

const COMPLAINTS: Readonly<Record<keyof Names, readonly [DiagnosticCode, string]>> = {
  model: ['SCN023', 'no model of this version'],
  build: ['SCN022', 'no build of this name'],
  rollout: ['SCN024', 'no rollout of this id'],
  pool: ['SCN035', 'no pool of this id'],
  trial: ['SCN024', 'no rollout or experiment of this id'],
  overlap: ['SCN024', 'no such arms together'],
  cast: ['SCN025', 'nobody in the cast'],
  fault: ['SCN026', 'no fault of this id'],
  hypothesis: ['SCN027', 'no hypothesis of this id'],
  suspect: ['SCN036', 'no suspect of this id'],
  state: ['SCN028', 'no state of this id'],
  command: ['SCN029', 'not a command'],
  intervention: ['SCN029', 'not an intervention'],
  view: ['SCN030', 'not a view'],
  principle: ['SCN031', 'not a principle'],
  mechanism: ['SCN032', 'not a mechanism word'],
  component: ['SCN032', 'not a component word'],
};

export function checkReferences(data: unknown): Complaint[] {
  const names = namesIn(data);
  const complaints: Complaint[] = [
    ...duplicateIds(data),
    ...checkClocks(data),
    ...checkRobots(data, names),
  ];
  const check = (reference: Reference, path: Path): void => {
    complaints.push(...checkReference(data, names, reference, path));
  };
  for (const [pattern, reference] of FIXED_REFERENCES) {
    for (const path of expand(data, pattern)) check(reference, path);
  }
  const vocabulary = (
    root: string,
    field: string,
    entries: Readonly<Record<string, KindEntry>>,
  ): void => {
    for (const path of objectsWith(data, root, field)) {
      const kind = valueAt(data, [...path, field]);
      if (typeof kind !== 'string' || !Object.hasOwn(entries, kind)) continue;
      for (const [name, reference] of Object.entries(entries[kind]?.refers ?? {})) {
        check(reference, [...path, name]);
      }
    }
  };
  vocabulary('chart', 'if', CONDITION_ENTRIES);
  vocabulary('chart', 'do', EFFECT_ENTRIES);
  vocabulary('tickets', 'if', CONDITION_ENTRIES);
  vocabulary('faults', 'kind', FAULT_ENTRIES);
  vocabulary('hypotheses', 'kind', FAULT_ENTRIES);
  vocabulary('references', 'kind', INTERVENTION_ENTRIES);
  vocabulary('wrong', 'kind', INTERVENTION_ENTRIES);
  vocabulary('inherited', 'kind', INTERVENTION_ENTRIES);
  vocabulary('postmortem', 'kind', INTERVENTION_ENTRIES);
  return complaints;
}

/** What a robot acts on is named by what it does. */
function checkRobots(data: unknown, names: Names): Complaint[] {
  return expand(data, 'world.robots.*').flatMap((path) => {
    const act = valueAt(data, [...path, 'act']);
    if (act !== 'rollback' && act !== 'stop-experiment') return [];
    return checkReference(data, names, act === 'rollback' ? 'model' : 'trial', [...path, 'target']);
  });
}

function checkReference(
  data: unknown,
  names: Names,
  reference: Reference,
  path: Path,
): Complaint[] {
  const value = valueAt(data, path);
  if (value === undefined || reference === 'metric') return [];
  if (reference === 'scope') return checkScope(value, path, names);
  if (reference === 'people')
    return [...checkScope(value, path, names), ...checkSomebody(value, path)];
  if (Array.isArray(value)) {
    return value.flatMap((_, index) => checkReference(data, names, reference, [...path, index]));
  }
  if (typeof value !== 'string' || names[reference].includes(value)) return [];
  if (reference === 'model' && isSnapshot(value, path, names.model)) return [];
  const [code, found] = COMPLAINTS[reference];
  const known = names[reference];
  return [
    {
      code,
      path,
      found,
      suggestion: didYouMean(value, known),
      expected: known.length > 0 && known.length <= 10 ? `one of ${known.join(', ')}` : null,
    },
  ];
}

/** Parts of a document that give orders as a player does. */
const LINES: ReadonlySet<string> = new Set(['references', 'wrong', 'inherited']);

/** A line of play may go back to what a version was on a night, `v60.d15`, as a player may. */
function isSnapshot(value: string, path: Path, versions: readonly string[]): boolean {
  const [, version = ''] = /^(.+)\.d\d{1,3}$/.exec(value) ?? [];
  return LINES.has(String(path[0])) && versions.includes(version);
}

function duplicateIds(data: unknown): Complaint[] {
  return IDENTIFIED.flatMap((pattern) => {
    const seen = new Set<unknown>();
    return expand(data, pattern).flatMap((path): Complaint[] => {
      const id = valueAt(data, path);
      if (typeof id !== 'string') return [];
      if (seen.has(id)) return [{ code: 'SCN033', path, found: 'already the id of another entry' }];
      seen.add(id);
      return [];
    });
  });
}
