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

function offersOf({ says }: Case): ScenarioDocument['offers'] {
  const [careful, plain, over] = says.who;
  const [perhaps, cause, proven] = says.why;
  return [
    {
      id: 'who',
      topic: 'Who is affected',
      registers: [
        { id: 'careful', text: careful, needs: [] },
        {
          id: 'plain',
          text: plain,
          needs: [
            { need: 'looked', view: 'lens' },
            { need: 'declared', layer: 'reading' },
          ],
        },
        { id: 'over', text: over, needs: [{ need: 'never' }] },
      ],
    },
    {
      id: 'why',
      topic: 'What causes it',
      registers: [
        { id: 'careful', text: perhaps, needs: [] },
        { id: 'plain', text: cause, needs: [{ need: 'looked', view: 'lens' }, { need: 'acted' }] },
        { id: 'over', text: proven, needs: [{ need: 'never' }] },
      ],
    },
    {
      id: 'doing',
      topic: 'What is being done',
      registers: [
        { id: 'careful', text: 'What could grow is held. Nothing has been undone yet.', needs: [] },
        {
          id: 'plain',
          text: 'The remedy is in; we read it again in an hour.',
          needs: [{ need: 'acted' }],
        },
        { id: 'over', text: 'It is fixed for good.', needs: [{ need: 'never' }] },
      ],
    },
  ];
}

function runbooksOf(plan: Plan): ScenarioDocument['runbooks'] {
  const dice = plan.dice('runbooks');
  return [
    {
      id: 'old-page',
      title: dice.pick(['Saves are down', 'When the rate falls', 'Home is down']),
      updated: dice.pick([
        'two years ago',
        'fourteen months ago',
        'before the move to the new store',
      ]),
      paragraphs: [
        dice.pick([
          'Saves follow the ranker. Put the version before it back for all people, then look for the reason in peace.',
          'Whatever went in last comes out first. Ask afterwards.',
          'Restart the feature store, one replica after the other. If that does not help within the hour, go back to the older ranker.',
        ]),
      ],
    },
    {
      id: 'first-steps',
      title: 'The first ten minutes',
      updated: dice.pick(['last month', 'three weeks ago', 'after the exercise in spring']),
      paragraphs: [
        'Hold what could grow: it costs a minute and loses nothing. Then ask who is hurt and who is not, before asking why.',
        'Two counts that share nothing are worth more than one that is exact.',
      ],
    },
  ];
}

function ticketsOf(plan: Plan): ScenarioDocument['tickets'] {
  const dice = plan.dice('tickets');
  const odd = dice.some(
    [
      'It is not itself today. Is it me?',
      'I look and look and keep nothing. Yesterday I could not stop.',
      'Did you change something? I cannot say what.',
      'My evening scroll was over in two minutes.',
    ],
    2,
  );
  const other = dice.some(
    [
      ['sign-in', 'The code for signing in came after my coffee.'],
      ['boards', 'Can a board have two covers?'],
      ['praise', 'Found the chair I was after since spring. Thank you!'],
      ['account', 'How do I change the address you write to?'],
      ['boards', 'My sister and I edit one board and it forgets her half.'],
    ] as const,
    3,
  );
  return [
    { id: 'odd-1', at: `page - ${dice.between(10, 60)}m`, theme: 'feed', text: odd[0]! },
    { id: 'odd-2', at: `page + ${dice.between(15, 90)}m`, theme: 'feed', text: odd[1]! },
    ...other.map(([theme, text], i) => ({
      id: `other-${i + 1}`,
      at: `page ${i === 0 ? '-' : '+'} ${dice.between(5, 120)}m`,
      theme,
      text,
    })),
  ];
}
