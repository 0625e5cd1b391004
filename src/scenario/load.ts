/** The whole way from a text to a compiled scenario, or to everything that is wrong with it. Never throws. */
import { extend, NO_ARCHETYPES, type Archetypes } from './archetype.ts';
import { compile, handoverCard, pagerCard } from './compile.ts';
import type { CompiledScenario, PagerCard } from './compiled.ts';
import { hasErrors, type Diagnostic } from './diagnostics.ts';
import { lint } from './lint.ts';
import { placesIn } from './merge.ts';
import { LIMITS, parseText } from './parse.ts';
import { checkReferences } from './references.ts';
import type { ScenarioDocument } from './schema.ts';
import { checkShape } from './shape.ts';
import { pathKey, type Complaint } from './source.ts';
import { placeInFile, strangersIn, twinData, withoutTwin } from './twin.ts';

export interface LoadedScenario {
  /** Null where there is any error: a bad file is never loaded in part. */
  readonly scenario: CompiledScenario | null;
  readonly card: PagerCard | null;
  /** Of the case taken over half way; null where there is none. */
  readonly handover: PagerCard | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param text the YAML
 * @param file how messages call it, e.g. `scenarios/nan-in-the-scores/scenario.yaml`
 * @param archetypes what `extends` may name
 */
export function loadScenario(
  text: string,
  file: string,
  archetypes: Archetypes = NO_ARCHETYPES,
): LoadedScenario {
  const written = parseText(text, file);
  if (written.data === undefined) return nothing(written.diagnostics);
  const extended = extend(written, archetypes);
  if (extended.kind === 'refused') {
    const diagnostics = [...written.diagnostics, ...extended.diagnostics];
    return nothing(diagnostics);
  }
  const { data, places } =
    extended.kind === 'merged'
      ? extended.merged
      : { data: written.data, places: placesIn(written.source) };
  const readings = [
    ...written.diagnostics,
    ...(extended.kind === 'merged' ? extended.diagnostics : []),
  ];

  const { document, complaints } = checkShape(data);
  // A value that reading refused is there, though nothing of it is in the data.
  const shaped = complaints.filter(({ code, path }) => code !== 'SCN010' || !places.has(path));
  const findings = [...shaped, ...told(data, document, file)];
  const diagnostics = [
    ...readings,
    ...withoutEchoes(findings).map((complaint) => places.complain(complaint)),
  ]
    .toSorted(
      (a, b) =>
        Number(b.file === file) - Number(a.file === file) ||
        a.line - b.line ||
        a.column - b.column ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    )
    .slice(0, LIMITS.complaints);
  if (document === null || hasErrors(diagnostics)) return nothing(diagnostics);
  return {
    scenario: compile(document),
    card: pagerCard(document),
    handover: handoverCard(document),
    diagnostics,
  };
}

const nothing = (diagnostics: readonly Diagnostic[]): LoadedScenario => ({
  scenario: null,
  card: null,
  handover: null,
  diagnostics,
});

/** What names and rules say, of the incident and of its twin. */
function told(data: unknown, document: ScenarioDocument | null, file: string): Complaint[] {
  const judge = (of: unknown, whole: ScenarioDocument | null): Complaint[] => [
    ...checkReferences(of),
    ...lint(of, whole, file),
  ];
  const twin = twinData(data);
  return [
    ...judge(withoutTwin(data), document),
    ...(twin === null ? [] : judge(twin, document && (twinData(document) as ScenarioDocument))).map(
      (complaint) => placeInFile(data, complaint),
    ),
    ...strangersIn(data),
  ];
}

/** One complaint per place and code: a word can be looked at by more than one rule. */
function withoutEchoes(complaints: readonly Complaint[]): Complaint[] {
  const seen = new Set<string>();
  return complaints.filter(({ code, path }) => {
    const key = code + pathKey(path);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
