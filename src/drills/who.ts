/** Groups of people something can happen to, in the words of a page, with a group beside them that it spares. */
import type { ConjunctionDocument } from '../scenario/schemaScope.ts';
import type { Plan } from './plan.ts';

export interface Who {
  readonly scope: ConjunctionDocument;
  /** In a sentence: `people in Western Europe`. */
  readonly people: string;
  /** On a call-sign. */
  readonly place: string;
  /** A group beside it, alike in all but what counts. */
  readonly spared: { readonly scope: ConjunctionDocument; readonly people: string };
  /** About what share of visits it makes. */
  readonly share: number;
}

const REGION_WORDS = {
  NA: ['North America', 0.24],
  LATAM: ['Latin America', 0.16],
  'EU-W': ['Western Europe', 0.17],
  'EU-E': ['Eastern Europe', 0.09],
  IN: ['India', 0.12],
} as const;
type Place = keyof typeof REGION_WORDS;
const PLACES = Object.keys(REGION_WORDS) as Place[];

/** Names of serving pools, after trees. */
export const POOLS = ['alder', 'birch', 'cedar'] as const;
/** Per cent of people a pool serves, in that order. */
export const POOL_SHARES = [40, 35, 25] as const;

function inRegion(place: Place, beside: Place): Who {
  const [name, share] = REGION_WORDS[place];
  return {
    scope: { region: place },
    people: `people in ${name}`,
    place: name,
    spared: { scope: { region: beside }, people: `people in ${REGION_WORDS[beside][0]}` },
    share,
  };
}

export function region(plan: Plan, subject: string): Who {
  const [place, beside] = plan.dice(subject).some(PLACES, 2) as [Place, Place];
  return inRegion(place, beside);
}

/** In one region, on one kind of network. */
export function regionOnNetwork(plan: Plan, subject: string): Who {
  const dice = plan.dice(subject);
  const place = dice.pick(['NA', 'LATAM', 'EU-W'] as const);
  const [network, other] = dice.chance(0.6) ? ['mobile', 'wifi'] : ['wifi', 'mobile'];
  const [name, share] = REGION_WORDS[place];
  const on = (which: string): string => (which === 'mobile' ? 'on mobile networks' : 'on wifi');
  return {
    scope: { region: place, network: network },
    people: `people in ${name} ${on(network)}`,
    place: name,
    spared: {
      scope: { region: place, network: other },
      people: `people in ${name} ${on(other)}`,
    },
    share: share / 2,
  };
}

export function platform(plan: Plan, subject: string): Who {
  const [own, beside] = plan.dice(subject).some(['android', 'ios', 'web'], 2) as [string, string];
  const named = { android: 'Android', ios: 'iOS', web: 'the web' };
  const words = (id: string): string => `people on ${named[id as keyof typeof named]}`;
  return {
    scope: { platform: own },
    people: words(own),
    place: own === 'web' ? 'Web' : named[own as keyof typeof named],
    spared: { scope: { platform: beside }, people: words(beside) },
    share: own === 'android' ? 0.46 : own === 'ios' ? 0.34 : 0.2,
  };
}

/** Those who have the newer of two Android builds. */
export function build(plan: Plan): Who {
  const [older, newer] = plan.builds.android;
  return {
    scope: { build: newer },
    people: `people on ${newer.replace('android', 'Android')}`,
    place: 'Android',
    spared: { scope: { build: older }, people: `people on ${older.replace('android', 'Android')}` },
    share: (0.46 * plan.builds.adopted) / 100,
  };
}

export function pool(plan: Plan, subject: string): Who {
  const [own, beside] = plan.dice(subject).some([0, 1, 2], 2) as [number, number];
  return {
    scope: { pool: POOLS[own]! },
    people: `people whom the pool ${POOLS[own]} serves`,
    place: 'One pool',
    spared: { scope: { pool: POOLS[beside]! }, people: `people whom ${POOLS[beside]} serves` },
    share: POOL_SHARES[own]! / 100,
  };
}

/** In one pool, on one platform. */
export function poolOnPlatform(plan: Plan, subject: string): Who {
  const dice = plan.dice(subject);
  const own = dice.pick([0, 1]);
  const on = dice.pick(['android', 'ios']);
  const named = on === 'android' ? 'Android' : 'iOS';
  const beside = own === 0 ? 1 : 0;
  return {
    scope: { pool: POOLS[own]!, platform: on },
    people: `people on ${named} whom the pool ${POOLS[own]} serves`,
    place: named,
    spared: {
      scope: { pool: POOLS[beside], platform: on },
      people: `people on ${named} whom ${POOLS[beside]} serves`,
    },
    share: ((on === 'android' ? 0.46 : 0.34) * POOL_SHARES[own]!) / 100,
  };
}

/** What the page can see of a group: itself, or, where it is harder, the wider group it is a part of. */
export function seenByPage({ scope }: Who, wide: boolean): ConjunctionDocument | 'everyone' {
  if (!wide) return scope;
  const { region: place, platform: on, build: app } = scope;
  if (app !== undefined) return { platform: 'android' };
  if (place !== undefined && Object.keys(scope).length > 1) return { region: place };
  if (on !== undefined && Object.keys(scope).length > 1) return { platform: on };
  return 'everyone';
}
