/** The newest roll-out is the cause: for all whom it serves, or for one group among them while the others gain. */
import type { Case } from '../case.ts';
import { capital, rolloutOf, type Plan } from '../plan.ts';
import { rivalsOf, type RivalId } from '../rivals.ts';
import { region } from '../who.ts';
import { defects } from './rankerDefects.ts';

const RIVALS: readonly RivalId[] = ['meter', 'season', 'tiles', 'shelves', 'chance'];

function subjectOf(plan: Plan): string {
  return plan
    .dice('subject')
    .pick([
      'saves per idea seen in one arm',
      'Home, one arm: saves per idea seen',
      'saves per idea seen, people in the newer arm',
    ]);
}

function shape(plan: Plan): Pick<Case, 'page' | 'guilty' | 'owner' | 'deadline'> {
  const { next, old, share } = plan.ranker;
  const dice = plan.dice('ranker-words');
  return {
    page: {
      metric: 'save_rate',
      scope: { arm: next },
      surface: 'home',
      fall: 0,
      subject: subjectOf(plan),
      cannot:
        'Whether it is what the arm is given or who is in it, whether all of them are worse off, and whether the counting is sound.',
    },
    guilty: [
      {
        id: 'rolled-out',
        at: `page - ${plan.since}h`,
        kind: 'experiment',
        owner: 'ranking',
        text: `Experiment “ranker ${next}”: from 5 % to ${share} % of people. ${dice.pick([
          'Guardrails green at 5 %.',
          'Nothing seen at 5 %.',
          'Offline gain as expected.',
        ])}`,
      },
      {
        id: 'first-step',
        at: `page - ${plan.since + 8}h`,
        kind: 'model',
        owner: 'ranking',
        text: `Ranker ${next} starts at 5 %. ${dice.pick([
          'Newer training window, two inputs renamed.',
          'Leaner request, same heads.',
          'New candidate stage, offline NDCG +0.6 %.',
        ])}`,
      },
    ],
    owner: {
      role: `ranking, owner of ${next}`,
      answers: '15m',
      available: dice.pick(['online', 'in a review, reads along', 'online until six']),
      topics: [
        {
          id: 'new',
          label: `What is different in ${next}?`,
          answer: dice.pick([
            'A newer window and some cleaning up in the request. Every part of it was measured offline and none of them lost. If the arm is low, show me that it is not the people in it.',
            'Mostly housekeeping, and a better offline number. I would look at counting first: this morning everybody has changed something.',
            'It is the old one with fewer special cases. Five per cent had it overnight and nobody complained, but I admit that five per cent say little.',
          ]),
        },
        {
          id: 'back',
          label: `Can ${old} come back?`,
          answer: `Yes. It is kept, its inputs are still served, and we went back to it in an exercise not long ago. For everybody or for a group, as you like.`,
        },
      ],
      fallback: 'Send me the cut rather than the mean, then I can say something.',
    },
    deadline: { label: `${next} goes to everybody`, in: '150m' },
  };
}

const CAUSES = (cause: string): Case['causes'] => [
  { id: 'c-defect', label: cause, true: true },
  { id: 'c-stage', label: 'Five per cent of people were too few to see it', true: true },
  { id: 'c-season', label: 'People wanting something else', true: false },
];

const PREVENTIONS = (plan: Plan): Case['preventions'] => [
  {
    id: 'p-guard',
    label: 'A guardrail on the arm itself, which pauses it',
    helps: true,
    alert: {
      metric: 'save_rate',
      scope: { arm: plan.ranker.next },
      surface: 'home',
      below: '-4 %',
      for: '2h',
      acts: [{ kind: 'pause-arm', rollout: rolloutOf(plan) }],
    },
  },
  {
    id: 'p-parity',
    label: 'Compare inputs and slates of both versions on the same requests before the first step',
    helps: true,
  },
  { id: 'p-freeze', label: 'No launches on weekdays', helps: false },
];

const REPAIRS: Case['repairs'] = [
  {
    label: 'The roll-out must not go on by itself',
    any: ['stop-ramp', 'pause-arm', 'freeze-deploys', 'rollback-model'],
  },
];

export function whole(plan: Plan): Case {
  const { next, old } = plan.ranker;
  const dice = plan.dice('whole');
  const defect = dice.pick(defects(plan, { model: next }, false));
  const base = shape(plan);
  const { page } = base;
  return {
    ...base,
    page: { ...page, fall: defect.fall },
    title: dice.pick([
      'Below its predecessor',
      'Green at five',
      'A step that should be taken back',
    ]),
    concepts: ['a prompt reversal', 'stages too small to speak'],
    questions: [17, 9, 18],
    principles: ['P04', 'P06', 'P01', 'P02', 'P08'],
    rollback: 'right',
    place: 'Home',
    faults: [defect.fault],
    truth: {
      id: 'ranker-broken',
      ...defect.truth,
      prior: 0.3,
      tell: `Everybody whom ${next} serves lost, from the minute they got it, and nobody else: on every platform, in every region, by board writes as well.`,
    },
    suspect: 'What the newer arm is given',
    rivals: rivalsOf(plan, { arm: next }, defect.fall, RIVALS),
    references: [
      {
        id: 'back-for-all',
        label: `Stop the ramp, look at both arms, then ${old} for everybody`,
        steps: [
          { after: '4m', act: { kind: 'stop-ramp', rollout: rolloutOf(plan) } },
          { after: '12m', act: { kind: 'rollback-model', to: old, scope: 'everyone' } },
        ],
      },
    ],
    wrong: [
      {
        id: 'train-again',
        label: 'Train again and hope',
        steps: [{ after: '12m', act: { kind: 'retrain', recipe: 'plain' } }],
      },
      {
        id: 'promote',
        label: 'Finish the launch, since guardrails were green',
        steps: [{ after: '15m', act: { kind: 'promote-model', version: next } }],
      },
    ],
    repairs: REPAIRS,
    hurt: { metric: 'server_saves', scope: { arm: next }, surface: 'all', percent: 2 },
    witness: { metric: 'server_saves', scope: { arm: old }, surface: 'all' },
    causes: CAUSES(defect.cause),
    preventions: PREVENTIONS(plan),
    story: [
      `${next} ${defect.what}. For five people in a hundred overnight that was lost in the noise; at the next step it was not.`,
      'Nothing else was wrong. The arm that kept the older ranker was as it had been, and so going back for everybody cost nobody anything: the sooner, the better.',
    ],
    interview: `A ranker experiment took its second step and saves in the arm fell. I first asked who else fell: the other arm did not, and inside the arm no platform or region stood out, so it was the version and not the people. Board writes agreed, so it was no meter. With nothing to be gained by keeping it I went back for everybody at once instead of narrowing further, and read both arms an hour later. What we changed is how long a first step lasts: until it could have shown this.`,
    says: {
      who: [
        'One arm of the Home experiment saves less. We see no sign of it outside.',
        `People who are served ${next} have a worse Home, whoever they are. Nobody else is affected.`,
        'All of Corkboard is affected.',
      ],
      why: [
        `We suspect ${next}, and have not shown yet that it is not the people in its arm.`,
        `It began with the step of ${next} and stays within its arm. What in it is wrong we do not know yet.`,
        `It is proven what is wrong in ${next}.`,
      ],
    },
  };
}

export function cohort(plan: Plan): Case {
  const { next, old } = plan.ranker;
  const dice = plan.dice('cohort');
  const who = region(plan, 'cohort-who');
  const defect = dice.pick(
    defects(plan, { ...who.scope, model: next }, true).filter(
      ({ fault }) => fault.kind !== 'topic-shift',
    ),
  );
  const base = shape(plan);
  const scope = { ...who.scope, arm: next };
  return {
    ...base,
    page: {
      ...base.page,
      scope,
      fall: defect.fall,
      subject: `${base.page.subject}, ${who.people}`,
      cannot:
        'How anybody else in the arm is doing. The rule looks at this one group, and was set up for it long ago.',
    },
    title: dice.pick(['Good for most', 'The mean had improved', 'Not for them']),
    concepts: ['a mean that hides a slice', 'partial reversal'],
    questions: [17, 5, 18],
    principles: ['P05', 'P01', 'P20', 'P06', 'P08'],
    rollback: 'partial',
    place: `Home, ${who.place}`,
    faults: [defect.fault],
    truth: {
      id: 'slice-broken',
      ...defect.truth,
      label: `${defect.truth.label}, for ${who.people}`,
      prior: 0.3,
      tell: `Only ${who.people} lose, and only in the arm; the others in it gain.`,
    },
    suspect: 'What the newer arm is given',
    rivals: rivalsOf(plan, scope, defect.fall, RIVALS),
    references: [
      {
        id: 'back-for-them',
        label: `Stop the ramp, then ${old} for ${who.people} and for nobody else`,
        steps: [
          { after: '3m', act: { kind: 'stop-ramp', rollout: rolloutOf(plan) } },
          { after: '12m', act: { kind: 'route-cohort', to: old, scope: who.scope } },
        ],
      },
    ],
    wrong: [
      {
        id: 'back-for-all',
        label: `${old} for everybody at once`,
        steps: [{ after: '5m', act: { kind: 'rollback-model', to: old, scope: 'everyone' } }],
      },
      {
        id: 'promote',
        label: 'Finish the launch, since the mean is up',
        steps: [{ after: '15m', act: { kind: 'promote-model', version: next } }],
      },
    ],
    repairs: REPAIRS,
    hurt: { metric: 'server_saves', scope, surface: 'all', percent: 2 },
    witness: { metric: 'server_saves', scope: { ...who.scope, arm: old }, surface: 'all' },
    causes: CAUSES(`${defect.cause}, on requests of ${who.people}`),
    preventions: PREVENTIONS(plan),
    story: [
      `On requests of ${who.people}, ${next} ${defect.what}. On all others it did what it had promised, so the mean of its arm was up.`,
      'One group could be given the older ranker while the others kept the newer one. Taking it from everybody would have mended the same harm, and taken a gain from people who were well.',
    ],
    interview: `A ranker gained on average and lost for one group. I asked who was fine before asking why: the same group in the other arm was level and everybody else in the arm was ahead. That ruled out season, meter and people at once. I stopped the ramp, which costs nothing, routed that one group to the older version and left the rest alone, and read both afterwards. We now read every arm by platform and region before its next step.`,
    says: {
      who: [
        `Some people in one arm of the Home experiment save less; it looks like ${who.people}.`,
        `${capital(who.people)} who are served ${next} have a worse Home. The others in that arm are slightly better off.`,
        `All ${who.people} are affected on every surface.`,
      ],
      why: [
        `We suspect ${next} and are checking whether it is not something about ${who.people}.`,
        `It is ${next} together with that group: either alone is fine.`,
        `It is proven that ${next} is a bad ranker.`,
      ],
    },
  };
}
