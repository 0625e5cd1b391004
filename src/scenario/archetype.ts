/** `extends`: most of an incident, written once. An archetype is a file of its own; a scenario puts its words over it. */
import type { Diagnostic } from './diagnostics.ts';
import { merge, type Merged, type Written } from './merge.ts';
import { parseText } from './parse.ts';
import { valueAt } from './paths.ts';
import type { Complaint } from './source.ts';
import { didYouMean } from './suggest.ts';

/** Where archetypes come from: the names there are, and the file of each. */
export interface Archetypes {
  readonly names: readonly string[];
  /** Asked only for one of the names. */
  readonly read: (name: string) => { readonly file: string; readonly text: string };
}

/** For texts that stand alone: nothing can be extended. */
export const NO_ARCHETYPES: Archetypes = {
  names: [],
  read: (name) => {
    throw new RangeError(`There is no archetype ${name}.`);
  },
};

/** What a scenario writes itself; the rest of it may come from an archetype, and of these none but hypotheses. */
export const OWN_PARTS = [
  'format',
  'id',
  'title',
  'page',
  'faults',
  'hypotheses',
  'references',
] as const;
const NOT_SHARED = ['extends', 'inherited', ...OWN_PARTS.filter((part) => part !== 'hypotheses')];

export type Extended =
  | { readonly kind: 'alone' }
  | {
      readonly kind: 'merged';
      readonly merged: Merged;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Follows `extends`, if the scenario has one that can be followed. What is no text at all, the schema complains about. */
export function extend(scenario: Written, archetypes: Archetypes): Extended {
  const wanted = valueAt(scenario.data, ['extends']);
  if (typeof wanted !== 'string') return { kind: 'alone' };
  const refuse = (complaint: Complaint): Extended => ({
    kind: 'refused',
    diagnostics: [scenario.source.complain(complaint)],
  });
  if (!archetypes.names.includes(wanted))
    return refuse({
      code: 'SCN070',
      path: ['extends'],
      found: 'no archetype of this name',
      suggestion: didYouMean(wanted, archetypes.names),
      expected: archetypes.names.length > 0 ? `one of ${archetypes.names.join(', ')}` : null,
    });
  const { file, text } = archetypes.read(wanted);
  const { data, source, diagnostics } = parseText(text, file);
  if (data === undefined) return { kind: 'refused', diagnostics };
  const own: Diagnostic[] = [
    ...diagnostics,
    ...NOT_SHARED.filter((part) => valueAt(data, [part]) !== undefined).map((part) =>
      source.complain({
        code: 'SCN071',
        path: [part],
        atKey: true,
        found: 'not for an archetype to say',
      }),
    ),
  ];
  return { kind: 'merged', merged: merge({ data, source }, scenario), diagnostics: own };
}
