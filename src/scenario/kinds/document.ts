/** From the description of a kind to its schema, to the names it holds, and from what is written to the simulator. */
import { z } from 'zod';
import type { Clocks } from '../compileClocks.ts';
import type { KindEntry } from '../reference.ts';
import type { Field } from './field.ts';

/** A kind with its fields, whatever they are: what walks the tables does not care which. */
export interface AnyKind {
  readonly means: string;
  readonly fields: Readonly<Record<string, Field<unknown>>>;
}
export type AnyTable = Readonly<Record<string, AnyKind>>;

export const keyOf = (name: string, field: Field<unknown>): string => field.key ?? name;

const described = (kind: AnyKind): [string, Field<unknown>][] =>
  Object.entries(kind.fields).map(([name, field]) => [keyOf(name, field), field]);

/** One strict mapping per kind, told apart by `discriminator`. */
export function unionOf(
  table: AnyTable,
  discriminator: string,
  common: Readonly<Record<string, z.ZodType>>,
): z.ZodDiscriminatedUnion {
  const shapes = Object.entries(table).map(([name, kind]) =>
    z
      .strictObject({
        [discriminator]: z.literal(name),
        ...common,
        ...Object.fromEntries(
          described(kind).map(([key, { schema, missing }]) => [
            key,
            missing === 'required' ? schema : schema.optional(),
          ]),
        ),
      })
      .meta({ description: kind.means }),
  );
  return z.discriminatedUnion(discriminator, shapes as [z.ZodObject, ...z.ZodObject[]]);
}

/** What each kind means and which of its fields name something. */
export function entriesOf<K extends string>(
  table: Readonly<Record<K, AnyKind>>,
  common: KindEntry['refers'],
): Readonly<Record<K, KindEntry>> {
  const entries = Object.entries<AnyKind>(table).map(([name, kind]): [string, KindEntry] => {
    const refers = described(kind).flatMap(([key, field]) =>
      field.refers === null ? [] : [[key, field.refers] as const],
    );
    return [name, { means: kind.means, refers: { ...Object.fromEntries(refers), ...common } }];
  });
  return Object.fromEntries(entries) as Readonly<Record<K, KindEntry>>;
}

/** The fields of a written mapping that the schema has accepted, as the simulator names and counts them. */
export function readFields(
  kind: AnyKind,
  document: Readonly<Record<string, unknown>>,
  clocks: Clocks,
): Readonly<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = document[keyOf(name, field)];
    if (value !== undefined) read[name] = field.read(value, clocks);
    else if (typeof field.missing === 'object') read[name] = field.missing.reads;
  }
  return read;
}
