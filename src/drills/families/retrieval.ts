/** A source of candidates goes wrong by itself: a part of its index is missing, or it asks in another language than it was built in. */
import type { Case, Fault } from '../case.ts';
import { capital, type Plan } from '../plan.ts';
import { rivalsOf, type RivalId } from '../rivals.ts';
import { pool, region } from '../who.ts';
import { breakages, SURFACE_WORDS } from './sourceBreakages.ts';

/** Of a fall on one surface this much is left over all of them. */
const WIDE = 0.5;

export function retrieval(plan: Plan): Case {
  const dice = plan.dice('retrieval');
  const broken = dice.pick(breakages(plan));
  const { surface, fall } = broken;
  const where = SURFACE_WORDS[surface];
  // Harder: it is so for some people only, or the page reads all surfaces together.
  const who =
    plan.difficulty >= 3 && dice.chance(0.5)
      ? dice.pick([region, pool])(plan, 'retrieval-who')
      : null;
  const wide =
    who === null &&
    plan.difficulty >= 4 &&
    plan.newest === 'absent' &&
    broken.fault.kind === 'embedding-skew';
  const seen = wide ? fall * WIDE : fall;
  const scope = who?.scope ?? 'everyone';
  const group = who === null ? '' : `, ${who.people}`;
  const read: Case['page'] = {
    metric: 'save_rate',
    scope,
    surface: wide ? 'all' : surface,
    fall: seen,
    subject: wide ? 'saves per idea seen, all surfaces' : `${where}: saves per idea seen${group}`,
    cannot: dice.pick([
      'Where on the way from a request to a slate it happens, and whether what people were not offered would have been saved.',
      'Which of some ten stages it is. It counts what was shown, and knows nothing of what could have been.',
    ]),
  };
  const near: RivalId = plan.newest === 'absent' ? 'inputs' : 'ranker';
  const rivals: RivalId[] = [near, 'meter', 'season', 'tiles', 'chance'];
  return {
    title: dice.pick([
      'Half a library',
      'What stayed on the shelf',
      'In the right order, of too little',
    ]),
    concepts: ['stage before model', 'slates that are full and poor'],
    questions: [9, 16],
    principles: ['P09', 'P02', 'P10', 'P01', 'P08'],
    rollback: 'irrelevant',
    place: wide ? 'Everywhere' : who === null ? where : `${where}, ${who.place}`,
    page: read,
    faults: [who === null ? broken.fault : { ...broken.fault, scope: who.scope }],
    guilty: [{ id: 'published', at: `page - ${plan.since}h`, ...broken.change }],
    truth: {
      id: 'source-poor',
      ...broken.truth,
      tell:
        who === null
          ? broken.truth.tell
          : `${broken.truth.tell} It is so for ${who.people}; ${who.spared.people} are as they were.`,
      prior: 0.25,
    },
    suspect: 'What the sources of candidates offer',
    rivals: rivalsOf(plan, scope, seen, rivals),
    references: [
      {
        id: 'mend-source',
        label: `Freeze what is published, read the sources, then: ${broken.mends.toLowerCase()}`,
        steps: [
          { after: '6m', act: { kind: 'freeze-deploys' } },
          { after: '15m', act: broken.mend },
        ],
      },
    ],
    wrong: [
      {
        id: 'build-anew',
        label: 'Build the index anew and wait for it',
        steps: [{ after: '12m', act: { kind: 'rebuild-index', source: sourceOf(broken.fault) } }],
      },
      {
        id: 'source-off',
        label: 'Switch the source off',
        steps: [
          { after: '12m', act: { kind: 'kill-generator', generator: sourceOf(broken.fault) } },
        ],
      },
    ],
    repairs: [broken.repair],
    hurt: { metric: 'server_saves', scope, surface, percent: fall * 0.3 },
    witness:
      who === null
        ? { metric: 'server_saves', scope: 'everyone', surface: 'search' }
        : { metric: 'server_saves', scope: who.spared.scope, surface: 'all' },
    owner: {
      role: 'retrieval',
      answers: '15m',
      available: dice.pick(['on call', 'on call, second page of the day', 'online']),
      topics: [
        {
          id: 'state',
          label: 'How are the sources?',
          answer: dice.pick([
            'All six answer, and quickly. How much each of them finds I would have to look up; the funnel and the probes show it to you as well as to me.',
            'Green, every one. Green means that it answers. If you want to know what it answers, take the probes.',
            'No errors, no time-outs. We publish when a build is through, and today’s were through early.',
          ]),
        },
        {
          id: 'undo',
          label: 'What could be taken back?',
          answer:
            'An index, by its alias, in ten minutes; we keep the last whole one. The version a source asks in, in five. A new build takes most of a working day.',
        },
      ],
      fallback: 'Name a source and I will look at that one.',
    },
    causes: [
      { id: 'c-broken', label: broken.cause, true: true },
      { id: 'c-check', label: 'What was checked was that it answers, not what', true: true },
      { id: 'c-wish', label: 'People wanting something else', true: false },
    ],
    preventions: [
      {
        id: 'p-probe',
        label: 'Fixed probes against each source before it is published',
        helps: true,
      },
      {
        id: 'p-floor',
        label: `An alert on saves of ${where} within the hour`,
        helps: true,
        alert: {
          metric: 'save_rate',
          scope,
          surface,
          below: `-${Math.max(2, Math.round(fall / 3))} %`,
          for: '60m',
        },
      },
      { id: 'p-machines', label: 'More machines for retrieval', helps: false },
    ],
    story: [
      broken.story,
      `${where} draws on that source most, Search next to nothing. ${
        plan.newest === 'innocent'
          ? `${plan.ranker.next} had taken a step a little earlier, and was as good as it had promised: both arms fell by as much.`
          : 'No ranker had moved for days, so there was nothing near to suspect, and that is no reason to suspect what is far.'
      }`,
    ],
    interview: `Saves fell on one surface and hardly on another, in one minute. Before blaming what orders the candidates I asked what there was to order: one source of six offered little and found half of its probes. That source had been published within the hour. I froze further publishing, took back that one thing, and read the surface where it hurt and the one where it had not. We now probe what a source finds before it goes into service, instead of asking whether it answers.`,
    says: {
      who: [
        wide
          ? 'People save less than usual. We are finding out where.'
          : `People save less on ${where} than usual. Other surfaces look better.`,
        who === null
          ? `Everybody’s ${where} is poorer than it should be. Search is as it was.`
          : `${capital(who.people)} have a poorer ${where}. ${capital(who.spared.people)} are fine.`,
        'Corkboard is down for everybody.',
      ],
      why: [
        'We do not know yet at which stage it happens.',
        `${capital(`one source of candidates`)} offers less than it should. What orders them is sound.`,
        'It is proven that the ranker has nothing to do with anything.',
      ],
    },
  };
}

const sourceOf = (fault: Fault): unknown => fault['source'];
