/** Orders in text. The short names are those a person would say; the kinds of the simulator are read as well. */
import {
  INTERVENTION_PRICES,
  type InterventionKind,
  type InterventionSpec,
} from '../sim/interventions.ts';
import type { GrammarContext } from './grammarContext.ts';
import { FORMS } from './grammarForms.ts';
import type { Reader } from './grammarReader.ts';

const KINDS = Object.keys(INTERVENTION_PRICES) as readonly InterventionKind[];
const SHORT: Readonly<Record<string, InterventionKind>> = {
  freeze: 'freeze-deploys',
  pin: 'pin-model',
  rollback: 'rollback-model',
  route: 'route-cohort',
  promote: 'promote-model',
  guard: 'nonfinite-guard',
  kill: 'kill-generator',
  dedupe: 'dedupe-events',
  quarantine: 'quarantine-rows',
  cap: 'exposure-cap',
  normalise: 'normalise-popularity',
  fix: 'fix-client',
  revert: 'revert-setting',
  fallback: 'feature-fallback',
  alias: 'index-alias',
  tower: 'revert-tower',
  rebuild: 'rebuild-index',
  purge: 'purge-cache',
  scale: 'scale-up',
  shed: 'shed-load',
  overflow: 'overflow-to-light',
  drain: 'drain-pool',
  restore: 'restore-history',
};
const SHORT_OF = new Map(Object.entries(SHORT).map(([short, kind]) => [kind, short]));

/** What walks a form does not care which fields it has. */
interface AnyPart {
  readonly read: (reader: Reader, context: GrammarContext) => unknown;
  readonly print: (value: never) => string;
}
const partsOf = (kind: InterventionKind): readonly (readonly [string, AnyPart])[] =>
  Object.entries<AnyPart>(FORMS[kind]);

/** `act` has been read. */
export function readAct(reader: Reader, context: GrammarContext): InterventionSpec {
  const word = reader.oneOf('an order', [...KINDS, ...Object.keys(SHORT)]);
  const kind = KINDS.find((k) => k === word) ?? SHORT[word]!;
  const spec: Record<string, unknown> = { kind };
  for (const [field, part] of partsOf(kind)) {
    const value = part.read(reader, context);
    if (value !== undefined) spec[field] = value;
  }
  // The form of a kind has every field of it, with its type.
  return spec as unknown as InterventionSpec;
}

export function actText(act: InterventionSpec): string {
  const fields = act as unknown as Readonly<Record<string, never>>;
  const words = partsOf(act.kind).flatMap(([field, part]) =>
    fields[field] === undefined ? [] : [part.print(fields[field])],
  );
  return ['act', SHORT_OF.get(act.kind) ?? act.kind, ...words].join(' ');
}
