/** What `scenarios:check` can be asked for. */
import { SIGNATURE_SEEDS } from '../../analysis/belief/trace.ts';
import { misuse, readOptions, wholeNumber } from '../options.ts';
import type { Effort } from './jobs.ts';

const OPTIONS = {
  full: { type: 'boolean', default: false },
  seeds: { type: 'string' },
  ways: { type: 'string' },
  shard: { type: 'string' },
  out: { type: 'string' },
  write: { type: 'boolean', default: false },
  learn: { type: 'boolean', default: false },
  new: { type: 'boolean', default: false },
  still: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  /** One measurement in this process, as JSON: how the parent's children are asked. */
  child: { type: 'string' },
} as const;

export interface Asked {
  readonly names: readonly string[];
  readonly full: boolean;
  readonly effort: Effort;
  /** From 0, of how many. */
  readonly shard: { readonly index: number; readonly of: number } | null;
  readonly out: string | null;
  readonly write: boolean;
  readonly learn: boolean;
  /** Only findings that the committed report does not hold count. */
  readonly onlyNew: boolean;
  /** No world is lived through. */
  readonly still: boolean;
  readonly json: boolean;
  readonly child: string | null;
}

const MOST_SEEDS = 500;
/** Each world is judged by the others, and the board has so many signatures: with fewer, worlds alike look apart. */
const LEAST_BELIEF = SIGNATURE_SEEDS.length + 1;
const QUICK: Effort = { lines: 1, belief: LEAST_BELIEF, players: 0, ways: 0 };
const FULL_SEEDS = 20;
/** Scripted players take longest and are paired by seed with the lines; `npm run validity` has played most of them. */
const PLAYERS_SHARE = 0.2;
/** A way has to make a difference in some world; where all have, no further one is lived through. */
const WAYS_SHARE = 0.5;

/** Null where it was asked wrongly, which has been said. */
export function askedOf(argv: readonly string[]): Asked | null {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) return wrong(read.message);
  const { values, positionals } = read;
  const seeds = values.seeds === undefined ? FULL_SEEDS : wholeNumber(values.seeds, 1, MOST_SEEDS);
  if (seeds === null) return wrong(`--seeds is a whole number from 1 to ${MOST_SEEDS}.`);
  const ways =
    values.ways === undefined
      ? Math.ceil(WAYS_SHARE * seeds)
      : wholeNumber(values.ways, 1, MOST_SEEDS);
  if (ways === null) return wrong(`--ways is a whole number from 1 to ${MOST_SEEDS}.`);
  const shard = values.shard === undefined ? null : shardOf(values.shard);
  if (shard === undefined) return wrong('--shard is i/n, with i from 1 to n.');
  if (shard !== null && values.out === undefined) return wrong('--shard wants --out FILE.');
  const full = values.full || values.seeds !== undefined || values.ways !== undefined;
  if (values.still && (full || shard !== null))
    return wrong('--still lives through nothing, so there is nothing to do in full or in parts.');
  if (values.write && !full && positionals[0] !== 'merge')
    return wrong('--write keeps what --full, --seeds, --ways or merge found.');
  if (values.write && positionals.length > 0 && positionals[0] !== 'merge')
    return wrong('--write keeps the report of the whole library.');
  return {
    names: positionals,
    full,
    effort: full
      ? {
          lines: seeds,
          belief: Math.max(LEAST_BELIEF, seeds),
          players: Math.ceil(PLAYERS_SHARE * seeds),
          ways,
        }
      : QUICK,
    shard,
    out: values.out ?? null,
    write: values.write,
    learn: values.learn,
    onlyNew: values.new,
    still: values.still,
    json: values.json,
    child: values.child ?? null,
  };
}

function wrong(message: string): null {
  misuse(message);
  return null;
}

/** Undefined where the text is no shard. */
function shardOf(text: string): { index: number; of: number } | undefined {
  const [, i, n] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const of = Number(n);
  const index = Number(i) - 1;
  return of >= 1 && index >= 0 && index < of ? { index, of } : undefined;
}
