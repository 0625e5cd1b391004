/** What the schema found, turned into diagnostics at the place where the mistake stands. */
import type { z } from 'zod';
import { METRIC_IDS } from '../sim/metrics.ts';
import type { DiagnosticCode } from './codes.ts';
import type { LeafFault } from './leaves.ts';
import { valueAt } from './paths.ts';
import { ScenarioSchema, type ScenarioDocument } from './schema.ts';
import { pathKey, type Complaint, type Path } from './source.ts';
import { didYouMean } from './suggest.ts';

type Issue = z.core.$ZodIssue;

export interface ShapeResult {
  /** Null while anything is wrong with the shape. */
  readonly document: ScenarioDocument | null;
  readonly complaints: readonly Complaint[];
}

export function checkShape(data: unknown): ShapeResult {
  const result = ScenarioSchema.safeParse(data, { reportInput: true });
  if (result.success) return { document: result.data, complaints: [] };
  const complaints = result.error.issues.flatMap((issue) => complaintsOf(issue, data));
  return { document: null, complaints: gatherMissing(complaints) };
}

/** Most keys named in one message. */
const MOST_NAMED = 6;

/** Keys missing from the same mapping are one message: a half-written file should not draw thirty. */
function gatherMissing(complaints: readonly Complaint[]): Complaint[] {
  const missingIn = new Map<string, Path[]>();
  for (const { code, path } of complaints) {
    if (code !== 'SCN010') continue;
    const parent = pathKey(path.slice(0, -1));
    missingIn.set(parent, [...(missingIn.get(parent) ?? []), path]);
  }
  return complaints.flatMap((complaint): Complaint[] => {
    if (complaint.code !== 'SCN010') return [complaint];
    const siblings = missingIn.get(pathKey(complaint.path.slice(0, -1))) ?? [];
    if (siblings[0] !== complaint.path) return [];
    const names = siblings.slice(0, MOST_NAMED).map((path) => `\`${String(path.at(-1))}\``);
    const more = siblings.length - names.length;
    const list = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
    return [{ ...complaint, found: `${list} ${siblings.length > 1 ? 'are' : 'is'} missing` }];
  });
}

function complaintsOf(issue: Issue, data: unknown): Complaint[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = keysAt(path, data);
        return {
          code: 'SCN012',
          path: [...path, key],
          atKey: true,
          found: 'nothing reads this key',
          suggestion: didYouMean(key, known),
          expected: known.length > 0 && known.length <= MOST_CHOICES ? listOf(known) : null,
        };
      });
    case 'invalid_type':
      return [
        issue.input === undefined ? missing(path) : wrongType(path, issue.expected, issue.input),
      ];
    case 'invalid_value':
      return [
        issue.input === undefined
          ? missing(path)
          : notOneOf(path, issue.values.map(String), issue.input),
      ];
    case 'invalid_union': {
      // A union of kinds that met no kind at all: say the kinds.
      const options = 'options' in issue ? (issue.options ?? []).map(String) : [];
      const input = valueAt(data, path);
      return [input === undefined ? missing(path) : notOneOf(path, options, input)];
    }
    case 'too_small':
      return [
        outOfRange(
          path,
          `at least ${issue.minimum}${unitOf(issue.origin, issue.minimum)}`,
          issue.input,
        ),
      ];
    case 'too_big':
      return [
        outOfRange(
          path,
          `at most ${issue.maximum}${unitOf(issue.origin, issue.maximum)}`,
          issue.input,
        ),
      ];
    case 'custom': {
      const fault = issue.params as LeafFault | undefined;
      return [
        fault
          ? { code: fault.scn, path, found: fault.found, expected: fault.expected }
          : { code: 'SCN011', path, found: issue.message },
      ];
    }
    default:
      return [{ code: 'SCN011', path, found: issue.message }];
  }
}

const missing = (path: Path): Complaint => ({
  code: 'SCN010',
  path,
  found: `\`${String(path.at(-1) ?? 'document')}\` is missing`,
});

function wrongType(path: Path, expected: string, input: unknown): Complaint {
  const wanted: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    tuple: 'a list',
    object: 'a mapping',
  };
  return { code: 'SCN011', path, found: kindOf(input), expected: wanted[expected] ?? expected };
}

function kindOf(input: unknown): string {
  if (input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'number' && !Number.isFinite(input)) return 'not a number one can count to';
  if (typeof input === 'number' && !Number.isInteger(input)) return 'a fraction';
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    object: 'a mapping',
  };
  return names[typeof input] ?? typeof input;
}

const listOf = (words: readonly string[]): string => `one of ${words.join(', ')}`;

/** Longest list of choices that is spelled out. */
const MOST_CHOICES = 10;

function notOneOf(path: Path, values: readonly string[], input: unknown): Complaint {
  const metric =
    values.length === METRIC_IDS.length && values.every((value, i) => value === METRIC_IDS[i]);
  const code: DiagnosticCode = metric ? 'SCN014' : 'SCN013';
  const suggestion = typeof input === 'string' ? didYouMean(input, values) : null;
  const found = metric ? 'not a metric' : 'not one of the choices';
  const expected = values.length <= MOST_CHOICES ? listOf(values) : null;
  return { code, path, found, expected, suggestion };
}

function outOfRange(path: Path, expected: string, input: unknown): Complaint {
  const found = Array.isArray(input)
    ? `${input.length} entries`
    : typeof input === 'string'
      ? `${input.length} characters`
      : String(input);
  return { code: 'SCN015', path, found, expected };
}

function unitOf(origin: string, count: number | bigint): string {
  if (origin === 'string') return ' characters';
  if (origin === 'array') return Number(count) === 1 ? ' entry' : ' entries';
  return '';
}

/** Keys the schema knows at a path; where it branches, those of the kind that stands there. */
function keysAt(path: Path, data: unknown): string[] {
  let schema: unknown = ScenarioSchema;
  path.forEach((part, depth) => {
    const def = definition(branch(inner(schema), valueAt(data, path.slice(0, depth))));
    schema = typeof part === 'number' ? def.element : def.shape?.[part];
  });
  return Object.keys(definition(branch(inner(schema), valueAt(data, path))).shape ?? {});
}

/** The branch of a union of kinds that the value says it is. */
function branch(schema: unknown, value: unknown): unknown {
  const { options, discriminator } = definition(schema);
  if (options === undefined || discriminator === undefined) return schema;
  const kind = valueAt(value, [discriminator]);
  return options.find((option) =>
    definition(definition(option).shape?.[discriminator]).values?.includes(kind),
  );
}

interface Definition {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly innerType?: unknown;
  readonly options?: readonly unknown[];
  readonly discriminator?: string;
  /** Of a literal. */
  readonly values?: readonly unknown[];
  readonly getter?: () => unknown;
}

const definition = (schema: unknown): Definition =>
  (schema as { _zod?: { def: Definition } } | undefined)?._zod?.def ?? {};

/** Through `optional` and `lazy`. */
function inner(schema: unknown): unknown {
  const def = definition(schema);
  if (def.innerType !== undefined) return inner(def.innerType);
  return def.getter ? inner(def.getter()) : schema;
}
