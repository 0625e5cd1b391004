/** A drill as an author would have written it: what a YAML file of it would parse to. */
import type { ScenarioDocument } from '../scenario/schema.ts';
import type { Case } from './case.ts';
import { chartOf, mended } from './chart.ts';
import { changesOf } from './decoys.ts';
import { cohort, whole } from './families/ranker.ts';
import { meter } from './families/meter.ts';
import { request } from './families/request.ts';
import { retrieval } from './families/retrieval.ts';
import { GENERATOR_VERSION, type DrillName } from './nameFormat.ts';
import { castOf } from './people.ts';
import { offersOf, runbooksOf, ticketsOf } from './texts.ts';
import { capital, fallen, planOf, type FamilyId, type Plan } from './plan.ts';
import { worldOf } from './world.ts';

const FAMILIES: Readonly<Record<FamilyId, (plan: Plan) => Case>> = {
  whole,
  cohort,
  retrieval,
  request,
  meter,
};

/** Behind the incidents that were written by hand. */
const ORDER = 900;

export const caseOf = (plan: Plan): Case => FAMILIES[plan.family](plan);

/** A pure function of the drill's name. */
export function sourceOf(name: DrillName): ScenarioDocument {
  const plan = planOf(name);
  const own = caseOf(plan);
  const { page } = own;
  // A ranker that came with all this and is good lifts whom it serves.
  const gain = plan.newest === 'innocent' ? Math.round(1.5 * plan.ranker.lift) : 0;
  const two = (n: number): string => String(n).padStart(2, '0');
  const when = `${plan.page.day} ${two(plan.page.hour)}:${two(plan.page.minute)}`;
  const headline = capital(page.subject);
  return {
    format: 1,
    id: plan.id,
    version: GENERATOR_VERSION,
    title: own.title,
    callsign: `${when} · ${own.place}`,
    tease: plan.dice('tease').pick(TEASES),
    order: ORDER,
    questions: own.questions,
    concepts: own.concepts,
    difficulty: plan.difficulty,
    clock: 'minutes',
    licence: 'CC-BY-4.0',
    grounding:
      'Made by the generator of drills out of mechanisms of ordinary practice. All sizes are design values.',
    seed: plan.id,
    principles: own.principles,
    rollback: own.rollback,
    world: worldOf(plan, own),
    page: {
      rule: {
        metric: page.metric,
        scope: page.scope,
        surface: page.surface,
        below: fallen(Math.max(1, page.fall * RINGS)),
        for: '60m',
      },
      headline: `${headline} {deviation}`,
      shipped: `${headline} −${Math.round(page.fall)} %`,
      reads:
        'Saves per idea shown, as the apps report both, in the last hour, against what that hour of the week usually brings.',
      cannot: page.cannot,
    },
    faults: own.faults,
    changes: changesOf(plan, own),
    cast: castOf(plan, own),
    runbooks: runbooksOf(plan),
    tickets: ticketsOf(plan),
    chart: chartOf(plan, own),
    suspects: [
      { id: 's-own', label: own.suspect, hypothesis: own.truth.id },
      ...own.rivals.slice(0, 3).map(({ id, label }) => ({ id: `s-${id}`, label, hypothesis: id })),
    ].toSorted((a, b) => (a.label < b.label ? -1 : 1)),
    hypotheses: [{ ...own.truth, truth: true }, ...own.rivals],
    references: own.references,
    wrong: own.wrong,
    recovery: {
      conditions: [mended(own)],
      hold: '45m',
      repairs: own.repairs,
    },
    postmortem: {
      causes: own.causes,
      preventions: own.preventions,
      story: own.story,
      interview: own.interview,
    },
    offers: offersOf(own),
    expectations: [
      {
        id: 'hurt',
        ...own.hurt,
        window: ['page - 60m', 'page'],
        expect: 'down',
        percent: `${Math.round(own.hurt.percent * 10) / 10} %`,
      },
      {
        id: 'witness',
        ...own.witness,
        window: ['page - 60m', 'page'],
        expect: 'flat',
        percent: `${UNHURT + gain} %`,
      },
    ],
  } satisfies ScenarioDocument;
}

/** Share of the expected fall at which the page rings. */
const RINGS = 0.45;
/** Per cent within which a witness counts as untouched: what two errors of a group in the small world come to. */
const UNHURT = 4;

const TEASES = [
  'A number has gone the wrong way, and everybody has a favourite.',
  'An ordinary shift, until it was not.',
  'Somebody will ask you for one sentence before you have one.',
  'There is a change list, and it is long.',
  'Nobody is sure whether it is bad. You have the pager.',
  'It began a while before anyone noticed.',
] as const;
