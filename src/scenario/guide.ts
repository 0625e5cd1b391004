/** The tables of the author's guide that come from the code, so that they cannot differ from it. */
import { INTERVENTION_PRICES } from '../sim/interventions.ts';
import { METRICS } from '../sim/metrics.ts';
import { DIMENSION_LABELS, DIMENSIONS } from '../sim/segments.ts';
import { TOPICS } from '../sim/presets.ts';
import { SETTINGS } from '../sim/settings.ts';
import { CODES } from './codes.ts';
import type { Field } from './kinds/field.ts';
import { keyOf, type AnyKind, type AnyTable } from './kinds/document.ts';
import { FAULT_TABLE, SHAPE_TABLE } from './kinds/faults.ts';
import { ORDER_TABLE } from './kinds/orders.ts';
import type { KindEntry } from './reference.ts';
import { dimensionValues } from './referenceScopes.ts';
import { CONDITION_ENTRIES, EFFECT_ENTRIES } from './vocabulary.ts';
import { COMPONENT_WORDS, LOOK_VIEWS, MECHANISM_WORDS } from './words.ts';

type Row = readonly string[];

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const code = (text: string): string => `\`${text}\``;

const words = (list: Readonly<Record<string, string>>): string =>
  table(
    ['word', 'reads'],
    Object.entries(list).map(([id, text]) => [code(id), text]),
  );

const kinds = (field: string, entries: Readonly<Record<string, KindEntry>>): string =>
  table(
    [code(field), 'means', 'names'],
    Object.entries(entries).map(([kind, { means, refers }]) => [
      code(kind),
      means,
      Object.entries(refers)
        .map(([name, reference]) => `${code(name)}: ${reference}`)
        .join(', '),
    ]),
  );

/** A list in which every field has its line: tables of this width nobody reads in an editor. */
const described = (kindsIn: AnyTable): string =>
  Object.entries(kindsIn)
    .flatMap(([kind, { means, fields }]) => [
      `- ${code(kind)}: ${means}.`,
      ...Object.entries(fields).map(([name, field]) => `  - ${fieldLine(name, field)}`),
    ])
    .join('\n');

const fieldLine = (name: string, field: Field<unknown>): string => {
  const form = field.missing === 'required' ? field.form : `${field.form}; may be absent`;
  return `${code(keyOf(name, field))} (${form}): ${field.means}`;
};

const withFields = (kindsIn: AnyTable): AnyTable =>
  Object.fromEntries(
    Object.entries(kindsIn).filter(([, { fields }]) => Object.keys(fields).length > 0),
  );

const listed = (list: readonly string[]): string => `${list.map(code).join(', ')}.`;

/** Generated parts by name; the guide holds each between `<!-- generated: name -->` and `<!-- end -->`. */
export const GENERATED_PARTS: Readonly<Record<string, () => string>> = {
  metrics: () =>
    table(
      ['metric', 'shown as', 'source', 'what it is'],
      Object.entries(METRICS).map(([id, metric]) => [
        code(id),
        metric.label,
        metric.source,
        metric.help,
      ]),
    ),
  segments: () => {
    const values = dimensionValues({
      build: ['`world.builds`'],
      model: ['`world.models`'],
      pool: ['`world.pools`'],
      overlap: ['`world.experiments`: `a:on+b:off`, and `-` where in none'],
    });
    return table(
      ['dimension', 'shown as', 'values'],
      DIMENSIONS.map((dimension) => [
        code(dimension),
        DIMENSION_LABELS[dimension],
        values[dimension].join(', '),
      ]),
    );
  },
  conditions: () => kinds('if', CONDITION_ENTRIES),
  effects: () => kinds('do', EFFECT_ENTRIES),
  faults: () => described(FAULT_TABLE),
  shapes: () => described(SHAPE_TABLE),
  topics: () => listed(TOPICS),
  settings: () => listed(SETTINGS),
  interventions: () =>
    table(
      ['`kind`', 'means', 'minutes', 'lag', 'can be undone'],
      Object.entries<AnyKind>(ORDER_TABLE).map(([kind, order]) => {
        const price = INTERVENTION_PRICES[kind as keyof typeof INTERVENTION_PRICES];
        return [
          code(kind),
          order.means,
          String(price.cost),
          String(price.lag),
          price.reversible ? 'yes' : 'no',
        ];
      }),
    ),
  orders: () => described(withFields(ORDER_TABLE)),
  mechanisms: () => words(MECHANISM_WORDS),
  components: () => words(COMPONENT_WORDS),
  views: () => words(LOOK_VIEWS),
  codes: () =>
    Object.entries(CODES)
      .map(([id, [name, paragraph]]) => `### ${id}\n\n**${name}.** ${paragraph}`)
      .join('\n\n'),
};

const PART = /<!-- generated: (\w+) -->[\s\S]*?<!-- end -->/g;

/** The guide with every generated part as the code has it now. */
export function withGeneratedParts(guide: string): string {
  return guide.replace(PART, (whole, name: string) => {
    const part = Object.hasOwn(GENERATED_PARTS, name) ? GENERATED_PARTS[name] : undefined;
    return part ? `<!-- generated: ${name} -->\n\n${part()}\n\n<!-- end -->` : whole;
  });
}
