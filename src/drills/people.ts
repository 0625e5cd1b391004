/** Who is about: somebody who wants something, somebody who counts, the owner of the ranker, the owner of what broke. */
import type { Case, Person } from './case.ts';
import type { Plan } from './plan.ts';

const NAMES = [
  'Ada',
  'Bram',
  'Chiara',
  'Dele',
  'Edda',
  'Farah',
  'Goran',
  'Hiro',
  'Ilse',
  'Jonas',
  'Kezia',
  'Lior',
  'Marta',
  'Nuno',
  'Oda',
  'Pavel',
  'Rosa',
  'Sunniva',
  'Tarek',
  'Ulla',
  'Vera',
  'Wim',
  'Yara',
  'Zeno',
] as const;

/** Their ids on every drill, so that messages can come from them. */
export type PersonId = 'wants' | 'counts' | 'ranking' | 'owner' | 'support';

export function castOf(plan: Plan, own: Case): Person[] {
  const dice = plan.dice('cast');
  const [a, b, c, d, e] = dice.some(NAMES, 5) as [string, string, string, string, string];
  const { next, old } = plan.ranker;
  return [
    {
      id: 'wants',
      name: a,
      role: dice.pick(['product, Home', 'duty manager', 'product lead', 'partner communications']),
      answers: '5m',
      available: dice.pick(['at the desk', 'on shift', 'between two meetings']),
      topics: [
        {
          id: 'wish',
          label: 'What do you need from us?',
          answer: dice.pick([
            'Who has it worse, since when, and what you do about it. One sentence of each. If you do not know yet, that is a sentence too.',
            'Something I can repeat without blushing tomorrow. A guess is fine if it sounds like one.',
            'I need to know whether to wake somebody in another time zone. For that I need to know who is hurt.',
          ]),
        },
        {
          id: 'undo',
          label: 'Shall we take back the newest thing?',
          answer: dice.pick([
            `If it helps, at once. If ${next} is good for people who are fine I will be asked why I took it from them.`,
            `My instinct says yes, and my instinct has been wrong three times this year. Show me both sides of it.`,
            `It is what the old instruction says. I did not write it, and I will not hold you to it if you can show me something.`,
          ]),
        },
      ],
      fallback: dice.pick([
        'Short, please.',
        'I am listening, but make it short.',
        'Is that a yes?',
      ]),
    },
    {
      id: 'counts',
      name: b,
      role: dice.pick(['analytics', 'experiments', 'data desk']),
      answers: '10m',
      available: dice.pick(['online', 'online, reads along']),
      topics: [
        {
          id: 'trust',
          label: 'Which number can I trust?',
          answer: dice.pick([
            'Two that share nothing. Reported saves come out of the apps’ log; writes to boards are counted by storage. Lay one beside the other before you believe either.',
            'The storage count knows no log. It is coarser, and nobody has ever tidied it up, which is what I like about it.',
          ]),
        },
        {
          id: 'small',
          label: 'How small a group may I cut?',
          answer: dice.pick([
            'A few per cent of people for an hour. Below that you read the weather. And decide what you expect before you look.',
            'As small as you like if you look at the error beside it. Two hours of one sign are better than one hour of a large number.',
          ]),
        },
      ],
      fallback: 'If it has an error, send it with the error.',
    },
    ...(plan.newest === 'guilty'
      ? [{ id: 'ranking', name: c, ...own.owner }]
      : [
          {
            id: 'ranking',
            name: c,
            role: `ranking, owner of ${next}`,
            answers: '10m',
            available: dice.pick(['online', 'at home, still awake', 'in the office']),
            topics: [
              {
                id: 'new',
                label: `What is different in ${next}?`,
                answer: dice.pick([
                  `Better inputs for short sessions, mostly. It was ahead in its arm from the first day. I would not swear to it, so read both arms.`,
                  `It sees relevance a little better; that is all it was made for. If you suspect it, compare those it serves with those it does not.`,
                ]),
              },
              {
                id: 'back',
                label: `Can ${old} come back?`,
                answer: `In ten minutes, for everybody or for a group. It costs what ${next} has gained, for as long as it is out.`,
              },
            ],
            fallback: 'Is it in one arm only? That is the first I would want to know.',
          },
          { id: 'owner', name: d, ...own.owner },
        ]),
    {
      id: 'support',
      name: e,
      role: 'support',
      ...(dice.chance(0.5) ? { answers: '20m' } : {}),
      available: dice.pick(['off until tomorrow', 'on the night desk', 'with the queue']),
      topics: [
        {
          id: 'queue',
          label: 'What do people write?',
          answer: dice.pick([
            'It is all in the queue, open to everybody. Read the odd ones, not the many.',
            'Little, so far. People write when they are locked out, not when it is dull.',
          ]),
        },
      ],
      fallback: 'The queue is open to everybody.',
    },
  ];
}
