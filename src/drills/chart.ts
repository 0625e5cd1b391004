/** The state chart all drills share: it waits for what the page reads to get better, for the player, and for the end of the shift. */
import type { ScenarioDocument } from '../scenario/schema.ts';
import type { BoundDocument } from '../scenario/schemaChart.ts';
import type { Case } from './case.ts';
import { fallen, rolloutOf, type Plan } from './plan.ts';
import { OPEN_HOURS } from './world.ts';

type Chart = ScenarioDocument['chart'];
type State = Chart['states'][number];
type Way = NonNullable<State['transitions']>[number];

/** Share of the fall that may be left for the number to count as mended, and from which it counts as back. */
const MENDED = 0.35;
const BACK = 0.55;

/** What the page reads, back within what may be left; `hold`: for so long, absent: at one reading. */
export function mended({ page }: Case, hold?: string): BoundDocument {
  const { metric, scope, surface, fall } = page;
  const above = fallen(Math.max(0.8, fall * MENDED));
  return { metric, scope, surface, above, ...(hold === undefined ? {} : { for: hold }) };
}

function readsBelow({ page }: Case, share: number, hold: string): BoundDocument {
  const { metric, scope, surface, fall } = page;
  return { metric, scope, surface, below: fallen(Math.max(1, fall * share)), for: hold };
}

export function chartOf(plan: Plan, own: Case): Chart {
  const dice = plan.dice('chart');
  const closed: Way = { to: 'closed', when: { if: 'closed' } };
  const shiftEnds: Way = {
    to: 'closed',
    when: { if: 'reached', at: `page + ${OPEN_HOURS}h` },
    effects: [
      {
        do: 'close',
        because: dice.pick([
          'The shift ends and hands the case on as it stands.',
          'The next shift takes the case over as it stands.',
        ]),
      },
    ],
  };
  const easing: Way = { to: 'easing', when: { if: 'metric', ...mended(own, '30m') } };
  const relapse: Way = { to: 'relapsed', when: { if: 'metric', ...readsBelow(own, BACK, '30m') } };
  const lingers: Way = {
    to: 'lingering',
    when: {
      if: 'all',
      of: [
        { if: 'elapsed', time: '70m' },
        { if: 'metric', ...readsBelow(own, BACK, '30m') },
      ],
    },
  };
  const ramp: Way[] =
    plan.newest === 'guilty'
      ? [
          {
            to: 'wider',
            when: {
              if: 'all',
              of: [
                { if: 'elapsed', time: '150m' },
                {
                  if: 'not-acted',
                  kinds: ['stop-ramp', 'pause-arm', 'freeze-deploys', 'rollback-model'],
                },
              ],
            },
            effects: [{ do: 'ramp', rollout: rolloutOf(plan), share: '100 %' }],
          },
        ]
      : [];
  const states: State[] = [
    {
      id: 'paged',
      entry: [
        { do: 'message', from: 'wants', wants: true, text: dice.pick(PRESSING)(plan.ranker.next) },
        { do: 'deadline', id: 'shift', label: 'The shift ends', in: `${OPEN_HOURS}h` },
        ...(own.deadline === undefined
          ? []
          : [{ do: 'deadline' as const, id: 'due', ...own.deadline }]),
      ],
      transitions: [closed, easing, ...(ramp.length > 0 ? ramp : [lingers]), shiftEnds],
    },
    plan.newest === 'guilty'
      ? {
          id: 'wider',
          entry: [
            { do: 'alert', text: 'The roll-out has gone on to everybody, as its plan says.' },
            {
              do: 'message',
              from: 'wants',
              wants: true,
              text: dice.pick([
                'Was that meant to happen?',
                'It says one hundred per cent now. Is that good?',
              ]),
            },
          ],
          transitions: [closed, easing, shiftEnds],
        }
      : {
          id: 'lingering',
          entry: [
            {
              do: 'alert',
              text: dice.pick([
                'The same number, for more than an hour now.',
                'Still ringing: the number has not come back.',
              ]),
            },
            {
              do: 'message',
              from: 'wants',
              wants: true,
              text: dice.pick([
                'An hour. What do I tell them?',
                'It has not gone away. Do we know who it is?',
              ]),
            },
          ],
          transitions: [closed, easing, shiftEnds],
        },
    {
      id: 'easing',
      entry: [
        {
          do: 'message',
          from: 'counts',
          wants: false,
          text: dice.pick([
            'Half an hour on the right side. I would wait for the other half before saying so.',
            'It looks better. One half hour is one reading.',
          ]),
        },
      ],
      transitions: [
        closed,
        relapse,
        { to: 'recovered', when: { if: 'metric', ...mended(own, '60m') } },
        shiftEnds,
      ],
    },
    {
      id: 'relapsed',
      entry: [
        { do: 'alert', text: dice.pick(['The same number again.', 'It is back where it was.']) },
      ],
      transitions: [closed, easing, shiftEnds],
    },
    {
      id: 'recovered',
      entry: [
        {
          do: 'message',
          from: 'wants',
          wants: true,
          text: dice.pick([
            'Quiet again. Is it over, and what do I write?',
            'The red is gone. Do I tell them it is done?',
          ]),
        },
      ],
      transitions: [
        closed,
        relapse,
        {
          to: 'closed',
          when: { if: 'elapsed', time: '4h' },
          effects: [{ do: 'close', because: 'Four quiet hours. Nobody has said what it was.' }],
        },
      ],
    },
    { id: 'closed', final: true },
  ];
  return { initial: 'paged', states };
}

const PRESSING: readonly ((next: string) => string)[] = [
  () => 'Your pager woke my whole channel. Who has it worse, and do we undo something?',
  (next) => `I hear ${next} is being named. Is it that? I can have it taken out in ten minutes.`,
  () => 'I have a call in half an hour and will be asked. What is it, and since when?',
  (next) => `Before anybody asks me: shall ${next} come out, yes or no?`,
];
