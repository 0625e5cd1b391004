/** The count is wrong and nobody is worse off, until a robot that believes the count takes back a good ranker. */
import type { ConjunctionDocument } from '../../scenario/schemaScope.ts';
import type { Case } from '../case.ts';
import type { Plan } from '../plan.ts';
import { rivalsOf, type RivalId } from '../rivals.ts';

export function meter(plan: Plan): Case {
  const { next, old } = plan.ranker;
  const dice = plan.dice('meter');
  const onset = `page - ${plan.since}h`;
  const loss = dice.between(18, 24);
  // Harder: only one platform is counted short, and by more.
  const only = plan.difficulty >= 3 ? dice.pick(['android', 'ios']) : null;
  const named = only === 'android' ? 'Android' : 'iOS';
  const scope: ConjunctionDocument | 'everyone' = only === null ? 'everyone' : { platform: only };
  const share = only === null ? loss : loss + 14;
  const wait = dice.between(6, 9) * 10;
  const near: RivalId = plan.newest === 'absent' ? 'shelves' : 'ranker';
  const rivals: RivalId[] = [near, 'season', 'tiles', 'inputs', 'chance'];
  return {
    title: dice.pick(['Believed by a robot', 'A servant too eager', 'They had all been made']),
    concepts: ['two sources', 'automation that trusts a count'],
    questions: [15, 16, 21],
    principles: ['P11', 'P07', 'P02', 'P01', 'P27'],
    rollback: 'harmful',
    place: only === null ? 'Everywhere' : named,
    page: {
      metric: 'save_rate',
      scope,
      surface: 'all',
      fall: share,
      subject: only === null ? 'saves per idea seen, everybody' : `saves per idea seen, ${named}`,
      cannot: dice.pick([
        'Whether anybody saves less. It sees what came out at the end of a long pipe.',
        'How many saves were made. It knows how many arrived where it reads.',
      ]),
    },
    faults: [
      {
        id: 'short-count',
        kind: 'aggregator-loss',
        event: 'save',
        share: `${share} %`,
        onset,
        ...(only === null ? {} : { scope: { platform: only } }),
      },
    ],
    guilty: [
      {
        id: 'job',
        at: onset,
        kind: 'data',
        owner: 'metrics',
        text: dice.pick([
          'Metric job: waits less for stragglers, results half an hour sooner.',
          'Metric job: repeated events are recognised by a shorter key. Rows per hour as planned.',
        ]),
      },
    ],
    truth: {
      id: 'counted-short',
      label: 'The metric job leaves out saves that were made',
      mechanisms: ['events-lost', 'events-late'],
      components: ['aggregator'],
      prior: 0.25,
      tell: 'The storage service, which reads no log, counts as many saves as ever; openings and hides in the same job are level.',
    },
    suspect: 'How saves are counted',
    rivals: rivalsOf(plan, scope, share, rivals),
    references: [
      {
        id: 'hold-then-count',
        label: `Hold the robots, put the job back, leave ${next} alone`,
        steps: [
          { after: '8m', act: { kind: 'suspend-robots' } },
          { after: '18m', act: { kind: 'revert-setting', setting: 'metric-job' } },
        ],
      },
    ],
    wrong: [
      {
        id: 'take-out',
        label: `${old} for everybody, as the robot would`,
        steps: [{ after: '5m', act: { kind: 'rollback-model', to: old, scope: 'everyone' } }],
      },
    ],
    repairs: [
      { label: 'Nothing may act by itself on a count in doubt', any: ['suspend-robots'] },
      { label: 'The job must count what people did', any: ['revert-setting'] },
    ],
    hurt: { metric: 'saves', scope, surface: 'all', percent: share * 0.4 },
    witness: { metric: 'server_saves', scope, surface: 'all' },
    robots: [
      {
        id: 'keeper',
        act: 'rollback',
        target: old,
        fall: '4 %',
        delay: `${plan.since * 60 + wait}m`,
      },
    ],
    owner: {
      role: 'metrics',
      answers: '15m',
      available: dice.pick(['online', 'on call', 'in a workshop, answers between sessions']),
      topics: [
        {
          id: 'job',
          label: 'Is the job sound?',
          answer: dice.pick([
            'Green, on time, even early. What it was told to keep is all there. What it was told to keep, I would have to read up.',
            'It ran beside the old one for an afternoon, on the web. They agreed to three digits.',
          ]),
        },
        {
          id: 'other',
          label: 'Is there a second count?',
          answer:
            'The storage service counts what it writes to boards, without any of our pipe. Where the two part, believe neither until you know why.',
        },
        {
          id: 'robot',
          label: 'Who else reads this number?',
          answer: `The keeper does: when the reported rate stays low it takes the newest ranker back to ${old}, for everybody and without asking. It can be held in a minute.`,
        },
      ],
      fallback: 'Say which metric and over which hours.',
    },
    causes: [
      {
        id: 'c-job',
        label: 'The metric job was told to leave out what comes late or looks repeated',
        true: true,
      },
      {
        id: 'c-robot',
        label: 'A robot acts on one source that nobody holds against another',
        true: true,
      },
      { id: 'c-ranker', label: `The roll-out of ${next}`, true: false },
    ],
    preventions: [
      { id: 'p-two', label: 'A robot acts only where two independent counts agree', helps: true },
      {
        id: 'p-beside',
        label: 'A changed job runs beside the old one, on all platforms, for a week',
        helps: true,
      },
      { id: 'p-night', label: 'Robots only by day', helps: false },
    ],
    story: [
      'The metric job had been made quicker. What came late, or looked like something it had seen, it left out; people saved as they always had, and nobody was worse off.',
      `A robot reads the same number. Left alone it would have taken ${next} back to ${old} for everybody, and then people would have been worse off in earnest. The number was the incident, and whoever believed it the harm.`,
    ],
    interview: `Reported saves fell by a step. Before asking what hurt people I asked whether anybody was hurt: the storage service wrote as many saves as ever, and openings and hides in the same report were level. So it was the count of one event. The urgent part was what else believed that count: a robot was due to take back a good ranker, and I held it first, in a minute, and mended the job after. Then I said in one sentence what the report of those hours is worth. Robots now want two counts.`,
    says: {
      who: [
        'Reported saves are low. Whether people save less we do not know yet.',
        'Nobody is worse off. The report counts fewer saves than were made.',
        'People have stopped saving.',
      ],
      why: [
        'Two counts disagree. Until we know which is right, nothing acts on either.',
        'The metric job leaves out saves; the storage service has them all.',
        `It is proven that ${next} is to blame.`,
      ],
    },
    deadline: { label: 'The keeper reads the rate again and may act on it', in: `${wait}m` },
  };
}
