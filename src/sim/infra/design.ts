/**
 * Design values of Corkboard's machines. Capacities are multiples of the first attempts in the busiest minute of an
 * ordinary week, so that a scenario speaks of factors and never of machines.
 */

/** Requests of a session, over all surfaces; measured on worlds without faults. */
export const REQUESTS_PER_SESSION = 1.81;
/** Share of the requests that ask for the home slate, the only one that is kept; measured likewise. */
export const HOME_REQUESTS = 0.41;
/** Work of a request answered from a kept slate, against one ranked anew. */
export const KEPT_WORK = 0.12;

/** Utilisation of the heavy ranker and of the feature store in the busiest minute of an ordinary week. */
export const PEAK_UTILISATION = 0.72;
export const STORE_PEAK_UTILISATION = 0.5;
/** Requests the light ranker takes, and those the cache of popular ideas takes, in busiest minutes. */
export const LIGHT_CAPACITY = 0.6;
export const POPULAR_CAPACITY = 6;

/** Heavy ranker: median of the service time (ms) and standard deviation of its logarithm; slots of one host. */
export const SERVICE_MEDIAN_MS = 140;
export const SERVICE_SIGMA = 0.488;
export const SLOTS = 8;
/** Mean time in a slot (ms); the rest of a request is network and features. */
export const SLOT_MS = 100;

/** The heavy ranker has so long (ms); then the ladder's next rung answers. */
export const DEADLINE_MS = 545;
/** A client asks again after so long (ms) without an answer. */
export const CLIENT_TIMEOUT_MS = 1000;
/** Times a client asks again, and the most that a retry budget lets all of them ask, per first attempt. */
export const USUAL_RETRIES = 1;
export const RETRY_BUDGET = 1.1;
/** Time of the light ranker and of the cache of popular ideas (ms). */
export const LIGHT_MS = 90;
export const POPULAR_MS = 40;

/** What becomes of requests that miss the deadline on an ordinary day: light, popular, error. Baselines 0.4, 0.05, 0.04 %. */
export const MISSED = [0.816, 0.102, 0.082] as const;
/** Errors of that kind stay below this: in trouble the cache of popular ideas takes them. */
export const MOST_ERRORS = 0.001;
/** Share of an overloaded ranker's work that is done for clients who have gone. */
export const WASTE = 0.35;
/** With overflow, the heavy ranker is given no more than this utilisation. */
export const OVERFLOW_UTILISATION = 0.9;
/** Of those who got what is popular, or an error, so many ask once more; after so many minutes. */
export const COME_BACK = 0.35;
export const COME_BACK_MINUTES = 5;

/** Minutes a new or reloaded host needs for its weights. */
export const WARM_UP_MINUTES = 7;
/** Capacity lost to cold hosts after a model goes back for everybody, and for a part of the people. */
export const COLD_ALL = 0.3;
export const COLD_PART = 0.1;
/** Milliseconds of a version at the median that cost a whole request's work once more. */
export const WORK_MS = 400;

/** Minutes a session is open: whoever has one open asks anew when its kept slate is dropped, within so many minutes. */
export const SESSION_MINUTES = 12;
export const STAMPEDE_MINUTES = 3;

/** A read of the feature store is given up after so long (ms). */
export const STORE_TIMEOUT_MS = 1500;
/** Keys that make a shard hot. */
export const HOT_KEYS = 2;
/** Replication and reading together divide the load of a hot key by so much. */
export const REPLICAS = 128;

/** Latency of a device tier against the middle one. */
export const TIER_LATENCY = [1.167, 1, 0.896] as const;
