/** Sizes of a world. A real population's visits are thinned by a stated weight, see `thinningOf`. */

export interface Preset {
  readonly id: 'standard' | 'check';
  readonly people: number;
  /** Ideas in the live catalogue; fresh ones arrive as old ones retire. */
  readonly ideas: number;
  readonly creators: number;
  /** Ideas uploaded per day. */
  readonly inflow: number;
  /** People with frozen requests that telemetry evaluates in the live and in the fault-free world. */
  readonly panel: number;
  /** Simulated sessions a day, over all people, at the base rate. */
  readonly sessionsPerDay: number;
  /**
   * Shifts on the logits of saving and of opening that bring the world to the baselines: where there are more ideas,
   * there is more to like. Found by calibration.
   */
  readonly saveShift: number;
  readonly closeupShift: number;
}

export const PRESETS: Readonly<Record<Preset['id'], Preset>> = {
  standard: {
    id: 'standard',
    people: 12_000,
    ideas: 6_000,
    creators: 600,
    inflow: 60,
    panel: 2_500,
    sessionsPerDay: 2_710,
    saveShift: -0.08,
    closeupShift: -0.16,
  },
  check: {
    id: 'check',
    people: 2_000,
    ideas: 2_000,
    creators: 200,
    inflow: 20,
    panel: 2_000,
    sessionsPerDay: 452,
    saveShift: 0,
    closeupShift: -0.05,
  },
};

/** Monthly people of Corkboard that the simulated population stands for. Design value. */
export const POPULATION_MILLIONS = 212;

/** Sessions per day of the real Corkboard, in millions: what dashboards show is scaled to it. Design value. */
export const SESSIONS_PER_DAY_MILLIONS = 96;

/** A world of next to no visits is not lived through in a day. */
const MOST_THINNED = 4;

/**
 * Visits of a real person that a simulated one stands for: people come less often here than to Corkboard. What builds up
 * over visits, boredom and satisfaction, moves by so many at once.
 */
export function thinningOf({
  people,
  sessionsPerDay,
}: Pick<Preset, 'people' | 'sessionsPerDay'>): number {
  const real = SESSIONS_PER_DAY_MILLIONS / POPULATION_MILLIONS;
  return Math.min(MOST_THINNED, (real * people) / Math.max(1, sessionsPerDay));
}

export const TOPIC_COUNT = 24;
export const LOOK_COUNT = 10;
export const STYLE_DIMS = 8;
/** Width of the learned embeddings. */
export const EMBED_DIMS = 16;
/** Longest slate: home and related. */
export const SLATE_SIZE = 25;
export const SURFACE_COUNT = 4;
/** Slots of a slate, by surface in the order of SURFACES. */
export const SLATE_SIZES = [25, 25, 20, 8] as const;
export const HOME = 0;
export const RELATED = 1;
export const SEARCH = 2;
export const NOTIFICATIONS = 3;
/** Price tiers of ideas, and budgets of people. */
export const PRICE_TIERS = 3;
/** Ideas an idea remembers as saved next to it. */
export const COSAVES = 8;
/** Candidate generators. */
export const SOURCE_COUNT = 6;
/** Candidates scored per request: at least 64. */
export const CANDIDATE_COUNT = 67;
/** Actions of history the feature store keeps for one person. */
export const HISTORY_CAPACITY = 600;
/** Recent impressions remembered per person, to avoid showing them again. */
export const SEEN_CAPACITY = 96;

export const HEADS = ['closeup', 'save', 'dwell', 'hide'] as const;
export type Head = (typeof HEADS)[number];
export const HEAD_COUNT = 4;
export const CLOSEUP = 0;
export const SAVE = 1;
export const DWELL = 2;
export const HIDE = 3;

/** How large a following a creator has, in the order of their codes. */
export const CREATOR_TIERS = ['new', 'small', 'established'] as const;
export type CreatorTier = (typeof CREATOR_TIERS)[number];

export const TOPICS = [
  'kitchens',
  'weddings',
  'gardens',
  'lamps',
  'quilts',
  'bread',
  'hairstyles',
  'nails',
  'travel',
  'bookshelves',
  'ceramics',
  'sneakers',
  'nurseries',
  'birthday cakes',
  'bathrooms',
  'tattoos',
  'knitting',
  'salads',
  'balconies',
  'posters',
  'camping',
  'wardrobes',
  'puppies',
  'lettering',
] as const;
