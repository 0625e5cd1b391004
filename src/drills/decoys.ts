/** The change list: what happened and did nothing. More of it the harder the drill, and closer to the page. */
import type { Case, Change } from './case.ts';
import type { Plan } from './plan.ts';
import { rolledOut } from './rivals.ts';
import { feastOf } from './world.ts';

type Decoy = Omit<Change, 'at' | 'id' | 'guilty'>;

/** Done today or yesterday. */
const NEAR: readonly Decoy[] = [
  {
    kind: 'code',
    owner: 'storage',
    text: 'Storage service: one replica replaced, reads slower for four minutes.',
  },
  { kind: 'client', owner: 'web', text: 'Web: tiles keep their height while a picture loads.' },
  {
    kind: 'config',
    owner: 'home product',
    text: 'The button for hiding an idea asks for a reason again.',
  },
  {
    kind: 'third party',
    owner: 'edge',
    text: 'Certificates of picture delivery renewed in four regions.',
  },
  {
    kind: 'index',
    owner: 'search',
    text: 'Search: spelling dictionary rebuilt, twelve hundred words more.',
  },
  {
    kind: 'data',
    owner: 'training data',
    text: 'Label join reads from a second region too; row counts agree.',
  },
  {
    kind: 'config',
    owner: 'platform',
    text: 'Quotas of internal tools halved. None of them serves people.',
  },
  { kind: 'code', owner: 'accounts', text: 'Sign-in: codes are six digits long instead of seven.' },
  { kind: 'client', owner: 'ios', text: 'iOS: share sheet opens half a second sooner.' },
  { kind: 'code', owner: 'metrics', text: 'Dashboards: one query less a panel, same sums.' },
  { kind: 'config', owner: 'notifications', text: 'Quiet hours begin at ten in India.' },
  {
    kind: 'experiment',
    owner: 'search',
    text: 'Experiment “taller search box” at 5 %, Search only.',
  },
  { kind: 'code', owner: 'serving', text: 'Hosts of one pool get a new kernel, two at a time.' },
  {
    kind: 'third party',
    owner: 'payments',
    text: 'Payment partner announces works on Sunday night.',
  },
];

/** Done in the week before. */
const FAR: readonly Decoy[] = [
  { kind: 'client', owner: 'android', text: 'Android: next step of the staged release.' },
  {
    kind: 'code',
    owner: 'retrieval',
    text: 'Fresh pool: time-out from 60 to 55 ms; as many candidates as before.',
  },
  { kind: 'data', owner: 'shopping', text: 'Price tiers computed anew for thirty thousand ideas.' },
  {
    kind: 'experiment',
    owner: 'home product',
    text: 'Experiment “two-line captions” ends without a winner.',
  },
  {
    kind: 'config',
    owner: 'platform',
    text: 'Feature flags: nineteen that nobody reads are removed.',
  },
  { kind: 'third party', owner: 'legal', text: 'Consent dialogue: one sentence shorter in MENA.' },
  { kind: 'code', owner: 'trust', text: 'Policy filter: same verdicts from a faster host.' },
  {
    kind: 'calendar',
    owner: 'editorial',
    text: 'Editors’ choice of the week: shelves, tall and narrow.',
  },
];

const FAR_AT = [
  'page - 2d at 09:30',
  'page - 2d at 15:00',
  'page - 3d at 11:00',
  'page - 4d at 10:00',
  'page - 5d at 14:00',
  'page - 6d at 09:00',
  'page - 6d at 16:00',
  'page - 7d at 11:00',
] as const;

const LEAST = 8;

/** Everything on the list, the guilty entries marked. */
export function changesOf(plan: Plan, own: Case): Change[] {
  const dice = plan.dice('decoys');
  const near = dice.some(NEAR, 3 + plan.difficulty);
  const far = dice.some(FAR, Math.max(LEAST - near.length + 1, 4));
  const feast = feastOf(plan);
  const isLeast = (text: string): boolean => !own.guilty.some((g) => g.text === text);
  return [
    ...own.guilty.map((change) => ({ ...change, guilty: true })),
    ...near.map((decoy, i) => ({
      ...decoy,
      id: `near-${i + 1}`,
      at: minutesBefore(dice.between(20, 60 * (plan.since + 5))),
    })),
    ...far.map((decoy, i) => ({ ...decoy, id: `far-${i + 1}`, at: FAR_AT[i % FAR_AT.length]! })),
    ...(plan.newest === 'guilty' ? [] : [innocentRollout(plan, own)]),
    ...(feast === null
      ? []
      : [
          {
            id: 'feast',
            at: 'today 00:00',
            kind: 'calendar' as const,
            owner: 'editorial',
            text: feast.text,
          },
        ]),
  ].filter(({ text }, i) => i < own.guilty.length || isLeast(text));
}

const minutesBefore = (minutes: number): string => `page - ${minutes}m`;

function innocentRollout(plan: Plan, own: Case): Change {
  const { next, share } = plan.ranker;
  const isWhole = plan.newest === 'absent' || own.robots !== undefined;
  return {
    id: 'rolled-out',
    at: rolledOut(plan),
    kind: isWhole ? 'model' : 'experiment',
    owner: 'ranking',
    text: isWhole
      ? `Ranker ${next} promoted to everyone after three weeks in an arm, ahead in all of them.`
      : `Experiment “ranker ${next}”: begins at ${share} % of people.`,
  };
}
