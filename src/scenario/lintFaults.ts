/** Faults and orders that contradict themselves, or that nobody would live to see. */
import type { FaultOf } from '../sim/faults.ts';
import { clocksOf, minutesOf } from './compileClocks.ts';
import { compileFault } from './compileWorld.ts';
import type { ScenarioDocument } from './schema.ts';
import type { Complaint, Path } from './source.ts';

export function lintFaults(document: ScenarioDocument): Complaint[] {
  return [...ownFields(document), ...nothingYet(document)];
}

/** Something must have gone wrong for the page to come. */
function nothingYet(document: ScenarioDocument): Complaint[] {
  const clocks = clocksOf(document);
  const late = document.faults.every(({ onset }) => clocks.tick(onset) > clocks.pageTick);
  return document.faults.length > 0 && late
    ? [{ code: 'SCN047', path: ['faults', 0, 'onset'], found: 'no fault begins before the page' }]
    : [];
}

function ownFields(document: ScenarioDocument): Complaint[] {
  const clocks = clocksOf(document);
  const end = clocks.pageTick + minutesOf(document.world.horizon);
  const all = [
    ...document.faults.map((fault, k) => [fault, ['faults', k]] as const),
    ...document.hypotheses.flatMap(({ world }, h) =>
      (world ?? []).map((fault, k) => [fault, ['hypotheses', h, 'world', k]] as const),
    ),
  ];
  return all.flatMap(([written, path]): Complaint[] => {
    // Its scope may be anything yet: that is for the reference pass to complain of.
    const fault = compileFault({ ...written, scope: undefined }, clocks);
    const complaints: Complaint[] = [];
    if (fault.until !== undefined && fault.until <= fault.onset)
      complaints.push({
        code: 'SCN057',
        path: [...path, 'until'],
        found: 'not after its onset',
      });
    if (fault.onset >= end)
      complaints.push({
        code: 'SCN060',
        path: [...path, 'onset'],
        found: 'begins after the case has closed',
      });
    if (fault.kind === 'history-truncation')
      complaints.push(...truncatesNothing(document, fault, path));
    if (
      fault.kind === 'over-blocking' &&
      fault.topics.length === 0 &&
      fault.languages.length === 0 &&
      fault.tier === undefined
    )
      complaints.push({
        code: 'SCN057',
        path: [...path, 'topics'],
        found: 'blocks nothing',
        expected: '`topics`, `languages`, a `tier`, or several of them',
      });
    if (
      fault.kind === 'save-bots' &&
      (fault.savesPerDay === undefined) === (fault.times === undefined)
    )
      complaints.push({
        code: 'SCN057',
        path: [...path, 'kind'],
        found: 'has two sizes or none',
        expected: 'either `savesPerDay` or `times`',
      });
    return complaints;
  });
}

function truncatesNothing(
  document: ScenarioDocument,
  fault: FaultOf<'history-truncation'>,
  path: Path,
): Complaint[] {
  const model = document.world.models.find(({ version }) => version === fault.version);
  if (model === undefined || fault.keep < model.history) return [];
  return [
    {
      code: 'SCN057',
      path: [...path, 'keep'],
      found: 'shortens nothing',
      expected: `less than the ${model.history} actions ${model.version} reads`,
    },
  ];
}

/** Steps of a line that come after the case has closed by itself. */
export function lintLines(document: ScenarioDocument): Complaint[] {
  const horizon = minutesOf(document.world.horizon);
  return (['references', 'wrong'] as const).flatMap((list) =>
    document[list].flatMap(({ steps }, line) =>
      steps.flatMap(({ after }, step): Complaint[] =>
        minutesOf(after) < horizon
          ? []
          : [
              {
                code: 'SCN060',
                path: [list, line, 'steps', step, 'after'],
                found: 'after the case has closed',
                expected: `less than ${document.world.horizon}`,
              },
            ],
      ),
    ),
  );
}
