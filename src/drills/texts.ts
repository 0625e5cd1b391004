/** Words that do not depend on what is wrong: runbooks, tickets, status notes. */
import type { ScenarioDocument } from '../scenario/schema.ts';
import type { Case } from './case.ts';
import type { Plan } from './plan.ts';

type Need = ScenarioDocument['offers'][number]['registers'][number]['needs'][number];

export function offersOf({ says, references }: Case): ScenarioDocument['offers'] {
  const [careful, plain, over] = says.who;
  const [perhaps, cause, proven] = says.why;
  const remedies = references.flatMap(({ steps }) => steps.map(({ act }) => act.kind));
  const remedied: Need = { need: 'acted', kinds: [...new Set(remedies)] };
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
        { id: 'plain', text: cause, needs: [{ need: 'looked', view: 'lens' }, remedied] },
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
          needs: [remedied],
        },
        { id: 'over', text: 'It is fixed for good.', needs: [{ need: 'never' }] },
      ],
    },
  ];
}

export function runbooksOf(plan: Plan): ScenarioDocument['runbooks'] {
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

export function ticketsOf(plan: Plan): ScenarioDocument['tickets'] {
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
