/**
 * One field of a fault or of an order, described once: how it is written and within which bounds, what it means, what
 * it names, and how it reads in the simulator. Schema, reference checks, compiler, editor hints and the author's guide
 * all come from this description.
 */
import { z } from 'zod';
import { LANGUAGES, type Scope } from '../../sim/segments.ts';
import { TOPICS } from '../../sim/presets.ts';
import { minutesOf, percentOf, type Clocks } from '../compileClocks.ts';
import { compileScope } from '../compileScope.ts';
import { clock, lasting, shareBetween } from '../leaves.ts';
import type { Reference } from '../reference.ts';
import { Scope as ScopeLeaf, type ScopeDocument } from '../schemaScope.ts';

export interface Field<T> {
  readonly means: string;
  /** Form and bounds, as the guide prints them. */
  readonly form: string;
  readonly schema: z.ZodType;
  readonly refers: Reference | null;
  /** Its name in a file, where the simulator's own would not do: lengths of time are written as such. */
  readonly key: string | null;
  /** What an absent field reads as; `required`: it may not be absent, `absent`: it stays so. */
  readonly missing: 'required' | 'absent' | { readonly reads: T };
  /** From a value the schema has accepted. */
  readonly read: (written: unknown, clocks: Clocks) => T;
}

/** A description of every field of a fault or an order, by the simulator's names. */
export type FieldsOf<S> = { readonly [F in keyof S]-?: Field<NonNullable<S[F]>> };

export interface KindOf<S> {
  readonly means: string;
  readonly fields: FieldsOf<S>;
}

function field<T>(
  means: string,
  form: string,
  schema: z.ZodType,
  read: Field<T>['read'],
  refers: Reference | null = null,
): Field<T> {
  const described = schema.meta({ ...schema.meta(), description: means });
  return { means, form, schema: described, refers, key: null, missing: 'required', read };
}

/** The same field under another name in a file. */
export const written = <T>(key: string, of: Field<T>): Field<T> => ({ ...of, key });

export const optional = <T>(of: Field<T>): Field<T> => ({ ...of, missing: 'absent' });

export const usually = <T>(reads: T, of: Field<T>): Field<T> => ({ ...of, missing: { reads } });

export const number = (least: number, most: number, means: string): Field<number> =>
  field(means, `${least} to ${most}`, z.number().min(least).max(most), (value) => value as number);

/** A number above nothing. */
export const positive = (most: number, means: string): Field<number> =>
  field(
    means,
    `above 0, at most ${most}`,
    z.number().positive().max(most),
    (value) => value as number,
  );

export const whole = (least: number, most: number, means: string): Field<number> =>
  field(
    means,
    `whole, ${least} to ${most}`,
    z.number().int().min(least).max(most),
    (value) => value as number,
  );

/** A factor; 1 changes nothing. */
export const factor = (most: number, means: string): Field<number> => number(0, most, means);

export const share = (means: string, least = 0, most = 100): Field<number> =>
  field(
    means,
    `${least} % to ${most} %`,
    shareBetween(least, most, means),
    (value) => percentOf(value as string) / 100,
  );

/** A length of time; the simulator counts minutes. */
export const minutes = (least: string, most: string, means: string): Field<number> =>
  field(means, `${least} to ${most}`, lasting(least, most, means), (value) =>
    minutesOf(value as string),
  );

export const moment = (means: string): Field<number> =>
  field(means, 'moment', clock(means), (value, clocks) => clocks.tick(value as string));

export const flag = (means: string): Field<boolean> =>
  field(means, 'true or false', z.boolean(), (value) => value as boolean);

export const choice = <T extends string>(list: readonly T[], means: string): Field<T> =>
  field(means, list.join(', '), z.enum(list as [T, ...T[]]), (value) => value as T);

/** The name of something the document itself lists. */
export const named = (
  what: Extract<Reference, 'model' | 'build' | 'rollout' | 'pool' | 'trial'>,
  means: string,
): Field<string> => field(means, what, z.string(), (value) => value as string, what);

/** Whom it reaches. Keeps the one schema of scopes, by which the exported JSON Schema knows where its strict form goes. */
export const people = (means: string): Field<Scope> => ({
  ...field(
    means,
    'scope',
    ScopeLeaf,
    (value) => compileScope(value as ScopeDocument | undefined),
    'people',
  ),
  schema: ScopeLeaf,
});

/** Written by name; the simulator counts them in the order of the list. */
const places = (
  list: readonly [string, ...string[]],
  form: string,
  means: string,
): Field<readonly number[]> =>
  field(means, form, z.array(z.enum(list)).min(1).max(list.length), (value) =>
    (value as readonly string[]).map((name) => list.indexOf(name)),
  );

export const topics = (means: string): Field<readonly number[]> =>
  places(TOPICS, 'list of topics', means);

export const languages = (means: string): Field<readonly number[]> =>
  places(LANGUAGES, 'list of languages', means);

/** Counted from 1 as people do; the simulator from 0. */
export const slots = (most: number, means: string): Field<readonly number[]> =>
  field(
    means,
    `list of slots, 1 to ${most}`,
    z.array(z.number().int().min(1).max(most)).min(1).max(most),
    (value) => (value as readonly number[]).map((slot) => slot - 1),
  );
