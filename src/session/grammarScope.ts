/** Scopes in text: `everyone`, `nobody`, `radius`, `activity=core & arm=v42 | build="android 9.10"`. */
import {
  ACTIVITIES,
  DEVICE_TIERS,
  DIMENSIONS,
  ENTRIES,
  HISTORY_LENGTHS,
  LANGUAGES,
  NETWORKS,
  PLATFORMS,
  REGIONS,
  SURFACES,
  TENURES,
  type Conjunction,
  type Dimension,
  type Scope,
} from '../sim/segments.ts';
import type { GrammarContext } from './grammarContext.ts';
import { nameText, type Reader } from './grammarReader.ts';

const CLOSED: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  surface: SURFACES,
  region: REGIONS,
  platform: PLATFORMS,
  tier: DEVICE_TIERS,
  tenure: TENURES,
  activity: ACTIVITIES,
  history: HISTORY_LENGTHS,
  language: LANGUAGES,
  network: NETWORKS,
  entry: ENTRIES,
};

/** Values of a dimension, where they are known. */
function valuesOf(dimension: Dimension, context: GrammarContext): readonly string[] | undefined {
  const closed = CLOSED[dimension];
  if (closed !== undefined) return closed;
  const { names } = context;
  if (dimension === 'build') return names?.builds;
  if (dimension === 'arm') return names?.arms;
  if (dimension === 'pool') return names?.pools;
  // A night's training makes versions that no list of the case holds.
  return undefined;
}

export function readScope(reader: Reader, context: GrammarContext): Scope {
  if (reader.take('nobody') !== null) return [];
  if (context.radius !== undefined && reader.take('radius') !== null) return context.radius;
  const scope: Conjunction[] = [readConjunction(reader, context)];
  while (reader.take('|', 'or') !== null) scope.push(readConjunction(reader, context));
  return scope;
}

function readConjunction(reader: Reader, context: GrammarContext): Conjunction {
  if (reader.take('everyone') !== null) return {};
  const terms: Partial<Record<Dimension, readonly string[]>> = {};
  let first = true;
  for (;;) {
    const term = readTerm(reader, context);
    if (term === null) {
      if (first) reader.fail('a scope');
      return terms;
    }
    const [dimension, values] = term;
    terms[dimension] = [...(terms[dimension] ?? []), ...values];
    first = reader.take('&', 'and') !== null;
  }
}

/** `activity=core,returning`, or a value alone where only one dimension has it. Null: no term stands here. */
function readTerm(
  reader: Reader,
  context: GrammarContext,
): readonly [Dimension, readonly string[]] | null {
  const token = reader.peek();
  const glued = reader.peek(1);
  const dimension = DIMENSIONS.find((d) => d === token?.text.toLowerCase());
  if (dimension !== undefined && glued?.kind === 'mark' && glued.text === '=') {
    reader.next();
    reader.next();
    const known = valuesOf(dimension, context);
    const values = [reader.name(`a value of ${dimension}`, known)];
    while (reader.take(',') !== null) values.push(reader.name(`a value of ${dimension}`, known));
    return [dimension, values];
  }
  const owner = token === null || token.kind === 'mark' ? null : ownerOf(token.text, context);
  if (owner === null) {
    reader.possible('everyone', ...DIMENSIONS.map((d) => `${d}=…`), ...bareValues(context));
    return null;
  }
  reader.next();
  return [owner, [token!.text]];
}

function bareValues(context: GrammarContext): string[] {
  return DIMENSIONS.flatMap((dimension) => valuesOf(dimension, context) ?? []);
}

function ownerOf(value: string, context: GrammarContext): Dimension | null {
  return DIMENSIONS.find((d) => valuesOf(d, context)?.includes(value) === true) ?? null;
}

export function scopeText(scope: Scope): string {
  return scope.length === 0 ? 'nobody' : scope.map(conjunctionText).join(' | ');
}

function conjunctionText(conjunction: Conjunction): string {
  const terms = Object.entries(conjunction) as [Dimension, readonly string[]][];
  if (terms.length === 0) return 'everyone';
  return terms
    .map(([dimension, values]) => `${dimension}=${values.map(nameText).join(',')}`)
    .join(' & ');
}
