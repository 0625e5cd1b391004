/** Something on the way of a request goes wrong for a group: its pictures, its inputs, the last step before its slate. */
import type { Act, Case, Change, Fault, Hypothesis } from '../case.ts';
import { capital, type Plan } from '../plan.ts';
import { rivalsOf, type RivalId } from '../rivals.ts';
import {
  build,
  platform,
  pool,
  poolOnPlatform,
  region,
  regionOnNetwork,
  seenByPage,
  type Who,
} from '../who.ts';
import { WAYS } from './requestSettings.ts';

interface Trouble {
  readonly who: Who;
  readonly fault: Fault;
  readonly fall: number;
  readonly change: Omit<Change, 'guilty' | 'at' | 'id'>;
  readonly truth: Pick<Hypothesis, 'label' | 'mechanisms' | 'components' | 'tell'>;
  readonly not: RivalId;
  readonly mend: Act;
  readonly mends: string;
  readonly cause: string;
  readonly story: string;
  readonly role: string;
  readonly says: string;
}

/** Wrong pictures: it is no setting, and the remedy costs everybody ten minutes. */
function pictures(plan: Plan, hard: boolean): Trouble {
  const dice = plan.dice('pictures');
  const onset = `page - ${plan.since}h`;
  const grey = dice.between(20, 32);
  const who = dice.chance(0.3)
    ? build(plan)
    : (hard ? regionOnNetwork : region)(plan, 'pictures-who');
  return {
    who,
    fault: { id: 'grey', kind: 'unpainted', share: `${grey} %`, scope: who.scope, onset },
    fall: grey,
    change: {
      kind: 'third party',
      owner: 'edge',
      text: dice.pick([
        'Supplier of pictures: maintenance at some of its sites, no effect expected.',
        'Picture delivery: the supplier moves traffic between sites today.',
        'Picture delivery: one more format is answered from new machines.',
      ]),
    },
    truth: {
      label: 'Pictures do not arrive for some people',
      mechanisms: ['render-broken'],
      components: ['images', 'client'],
      tell: `Openings, saves and hides all fell by one share: one cannot dislike a grey square. ${capital(who.spared.people)} are as they were.`,
    },
    not: 'tiles',
    mend: { kind: 'image-provider' },
    mends: 'pictures from the second supplier',
    cause: 'The supplier of pictures dropped a share of what some people asked for',
    story: `The supplier dropped a quarter of what ${who.people} asked for. The app makes room for a tile and notes that it was shown; whether a picture came, nobody counted.`,
    role: 'edge and pictures',
    says: 'part of the pictures does not arrive',
  };
}

function setting(plan: Plan, hard: boolean): Trouble {
  const dice = plan.dice('setting');
  const way = dice.pick(WAYS);
  const who = dice.pick(hard ? [poolOnPlatform, region, platform] : [pool, region, platform])(
    plan,
    'setting-who',
  );
  return {
    who,
    fault: { id: 'wrong-setting', scope: who.scope, onset: `page - ${plan.since}h`, ...way.fault },
    fall: way.fall,
    change: { kind: 'config', owner: way.owner, text: dice.pick(way.texts) },
    truth: {
      label: way.label,
      mechanisms: [...way.mechanisms],
      components: [...way.components],
      tell: `${way.tell} ${capital(who.spared.people)} are as they were.`,
    },
    not: way.setting === 'feature-config' ? 'inputs' : 'shelves',
    mend: { kind: 'revert-setting', setting: way.setting },
    mends: 'that one setting back to what it was',
    cause: way.cause,
    story: `${way.story} It was so for ${who.people}.`,
    role: way.owner,
    says: way.says,
  };
}

function troubleOf(plan: Plan): Trouble {
  const hard = plan.difficulty >= 3;
  return plan.dice('trouble').chance(0.35) ? pictures(plan, hard) : setting(plan, hard);
}

/** Per cent by which everybody together has to fall for a page to be had from it. */
const LEAST_SEEN = 4.5;

export function request(plan: Plan): Case {
  const dice = plan.dice('request');
  const trouble = troubleOf(plan);
  const { who } = trouble;
  // Harder: the page sees the wider group they are a part of.
  const scope = seenByPage(who, plan.difficulty >= 4 && trouble.fall * who.share > LEAST_SEEN);
  const isOwn = scope === who.scope;
  const everybody = scope === 'everyone';
  const part = isOwn ? 1 : everybody ? who.share : 0.5;
  const fall = trouble.fall * part;
  const near: RivalId = plan.newest === 'absent' ? 'shelves' : 'ranker';
  const rivals = ([near, 'meter', 'season', 'tiles', 'inputs', 'chance'] as const).filter(
    (id) => id !== trouble.not,
  );
  const people = isOwn ? who.people : everybody ? 'everybody' : 'people there';
  return {
    title: dice.pick(['One side of a border', 'The neighbours were fine', 'It has a border']),
    concepts: ['scope before cause', 'a witness next door'],
    questions: [16, 15, 9],
    principles: ['P01', 'P09', 'P10', 'P02', 'P08'],
    rollback: 'irrelevant',
    place: everybody ? 'Everywhere' : who.place,
    page: {
      metric: 'save_rate',
      scope,
      surface: 'all',
      fall,
      subject: `saves per idea seen, ${people}`,
      cannot: dice.pick([
        'Whether all of them are concerned or a part, whether others are too, and what happens between the request and the finger.',
        'Who exactly it is. It reads one group because somebody once thought of that group.',
      ]),
    },
    faults: [trouble.fault],
    guilty: [{ id: 'changed', at: `page - ${plan.since}h`, ...trouble.change }],
    truth: { id: 'group-served-badly', ...trouble.truth, prior: 0.25 },
    suspect: 'Something on the way of their requests',
    rivals: rivalsOf(plan, scope, fall, rivals),
    references: [
      {
        id: 'mend-way',
        label: `Find who it is, then ${trouble.mends}`,
        steps: [{ after: '16m', act: trouble.mend }],
      },
    ],
    wrong: [
      {
        id: 'train-again',
        label: 'Train again and hope',
        steps: [{ after: '12m', act: { kind: 'retrain', recipe: 'plain' } }],
      },
    ],
    repairs: [{ label: 'What broke must be put right', any: [trouble.mend.kind] }],
    hurt: { metric: 'server_saves', scope: who.scope, surface: 'all', percent: trouble.fall * 0.3 },
    witness: { metric: 'server_saves', scope: who.spared.scope, surface: 'all' },
    owner: {
      role: trouble.role,
      answers: '15m',
      available: dice.pick(['on call', 'online', 'on call, at lunch until the hour']),
      topics: [
        {
          id: 'today',
          label: 'What did you change today?',
          answer: dice.pick([
            'One thing, and it is in the list. No errors since, no time-outs. If it did something, it did it politely.',
            'It is in the change list, with its minute. Compare that with the minute you have; if they part by an hour I am out.',
            'Less than on other days. Tell me for whom it is bad and for whom it is not, and I can say whether we treat the two differently.',
          ]),
        },
        {
          id: 'undo',
          label: 'How fast can it be taken back?',
          answer:
            'In five minutes, and back again in five if you were wrong. I would rather be asked twice than late.',
        },
      ],
      fallback: 'Give me a group and a minute.',
    },
    causes: [
      { id: 'c-trouble', label: trouble.cause, true: true },
      { id: 'c-blind', label: 'Nobody watched that group on its own', true: true },
      { id: 'c-wish', label: 'People wanting something else', true: false },
    ],
    preventions: [
      {
        id: 'p-slice',
        label: 'An alert on that group against the one beside it',
        helps: true,
        alert: { metric: 'save_rate', scope: who.scope, below: '-4 %', for: '60m' },
      },
      { id: 'p-measure', label: 'Measure what arrives, not what is sent', helps: true },
      { id: 'p-window', label: 'No configuration changes before noon', helps: false },
    ],
    story: [
      trouble.story,
      `${capital(who.spared.people)}, alike in everything else, were as they had been: that was the reading that counted. ${
        plan.newest === 'innocent'
          ? `${plan.ranker.next} was near in time and innocent: whom it did not serve fell as far.`
          : 'No launch was near, and none was missing.'
      }`,
    ],
    interview: `Saves of one group fell from one minute on. I did not begin with the change list: I cut until one side of a border had all of it and the other side nothing. With that group in hand there were three things that treat it differently, and one reading for each. I took back the one that was left, which took five minutes, and then read the group that had been hurt and the one beside it. What we changed: that group now has an alert of its own.`,
    says: {
      who: [
        'Some people save less than usual. We are finding out who.',
        `${capital(who.people)} have a worse Corkboard. ${capital(who.spared.people)} are fine.`,
        'Everybody is affected.',
      ],
      why: [
        'We do not know yet what treats them differently.',
        `For them ${trouble.says}.`,
        'It is proven and will not happen again.',
      ],
    },
  };
}
