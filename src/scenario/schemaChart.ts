/**
 * The chart as an author writes it: states, conditions, effects. Both vocabularies are records over the kinds that
 * the compiled types name, so that a new kind does not compile until an author can write it.
 */
import { z } from 'zod';
import { METRIC_IDS, type MetricId } from '../sim/metrics.ts';
import type { Surface } from '../sim/segments.ts';
import type { Condition, Effect } from './compiled.ts';
import { clock, duration, idText, percent, prose, share, wordOf } from './leaves.ts';
import { Scope, SurfaceChoice, type ScopeDocument } from './schemaScope.ts';
import { COMMAND_NAMES, INTERVENTION_KINDS, LOOK_VIEWS } from './words.ts';

export const Metric = z
  .enum(METRIC_IDS as [MetricId, ...MetricId[]])
  .meta({ description: 'A metric id.' });

/** A bound on the deviation of a metric from its baseline. Exactly one of `above` and `below`. */
export const boundShape = {
  metric: Metric,
  scope: Scope.optional(),
  surface: SurfaceChoice.optional(),
  above: percent('Deviation from baseline that must be exceeded.').optional(),
  below: percent('Deviation from baseline that must be undercut.').optional(),
  for: duration('How long it must hold without a break; one reading where absent.').optional(),
};

export interface BoundDocument {
  readonly metric: MetricId;
  readonly scope?: ScopeDocument | undefined;
  readonly surface?: Surface | 'all' | undefined;
  readonly above?: string | undefined;
  readonly below?: string | undefined;
  readonly for?: string | undefined;
}

export const kindsOfAction = z
  .array(wordOf(INTERVENTION_KINDS, 'An intervention kind.'))
  .min(1)
  .meta({ description: 'Any of them counts.' });

export type ConditionDocument =
  | { readonly if: 'elapsed'; readonly time: string }
  | { readonly if: 'reached'; readonly at: string }
  | ({ readonly if: 'metric' } & BoundDocument)
  | { readonly if: 'acted'; readonly kinds: readonly string[] }
  | { readonly if: 'not-acted'; readonly kinds: readonly string[] }
  | { readonly if: 'looked'; readonly view: string }
  | { readonly if: 'declared' }
  | { readonly if: 'said' }
  | { readonly if: 'closed' }
  | { readonly if: 'all'; readonly of: readonly ConditionDocument[] }
  | { readonly if: 'any'; readonly of: readonly ConditionDocument[] };

const conditions = z.lazy(() => z.array(ConditionSchema).min(1));

const CONDITION_SHAPES = {
  elapsed: z.strictObject({
    if: z.literal('elapsed'),
    time: duration('Since this state was entered.'),
  }),
  reached: z.strictObject({ if: z.literal('reached'), at: clock('The moment, at the earliest.') }),
  metric: z.strictObject({ if: z.literal('metric'), ...boundShape }),
  acted: z.strictObject({ if: z.literal('acted'), kinds: kindsOfAction }),
  'not-acted': z.strictObject({ if: z.literal('not-acted'), kinds: kindsOfAction }),
  looked: z.strictObject({
    if: z.literal('looked'),
    view: wordOf(Object.keys(LOOK_VIEWS), 'A view.'),
  }),
  declared: z.strictObject({ if: z.literal('declared') }),
  said: z.strictObject({ if: z.literal('said') }),
  closed: z.strictObject({ if: z.literal('closed') }),
  all: z.strictObject({ if: z.literal('all'), of: conditions }),
  any: z.strictObject({ if: z.literal('any'), of: conditions }),
} as const satisfies Record<Condition['if'], z.ZodObject>;

/** Ids the schema of recursive conditions carries into the exported JSON Schema. */
export const ConditionSchema: z.ZodType<ConditionDocument, ConditionDocument> = z
  .discriminatedUnion(
    'if',
    Object.values(CONDITION_SHAPES) as unknown as [typeof CONDITION_SHAPES.closed],
  )
  .meta({ id: 'condition' });

const commands = z.array(wordOf(COMMAND_NAMES, 'A command or an intervention kind.')).min(1);

export const EFFECT_SHAPES = {
  alert: z.strictObject({ do: z.literal('alert'), text: prose(300, 'What the pager says.') }),
  message: z.strictObject({
    do: z.literal('message'),
    from: z.string().meta({ description: 'Id of somebody in the cast.' }),
    text: prose(800, 'What they write.'),
    wants: z.boolean().optional().meta({ description: 'Asks something of the player.' }),
  }),
  deadline: z.strictObject({
    do: z.literal('deadline'),
    id: idText('Id of the deadline.'),
    label: prose(120, 'What is due, as the time axis shows it.'),
    in: duration('From now.'),
  }),
  'arm-promotion': z.strictObject({
    do: z.literal('arm-promotion'),
    version: z.string(),
    at: clock('When the deployer takes it into service, unless it is pinned or stopped.'),
  }),
  ramp: z.strictObject({ do: z.literal('ramp'), rollout: z.string(), share: share('New share.') }),
  allow: z.strictObject({ do: z.literal('allow'), commands }),
  forbid: z.strictObject({
    do: z.literal('forbid'),
    commands,
    because: prose(200, 'What the disabled button says.'),
  }),
  worsen: z.strictObject({
    do: z.literal('worsen'),
    fault: z.string(),
    factor: z.number().positive().max(10).meta({ description: 'At least 1.' }),
  }),
  close: z.strictObject({
    do: z.literal('close'),
    because: prose(300, 'Why the case closes by itself.'),
  }),
} as const satisfies Record<Effect['do'], z.ZodObject>;

export const EffectSchema = z
  .discriminatedUnion('do', [
    EFFECT_SHAPES.alert,
    EFFECT_SHAPES.message,
    EFFECT_SHAPES.deadline,
    EFFECT_SHAPES['arm-promotion'],
    EFFECT_SHAPES.ramp,
    EFFECT_SHAPES.allow,
    EFFECT_SHAPES.forbid,
    EFFECT_SHAPES.worsen,
    EFFECT_SHAPES.close,
  ])
  .meta({ id: 'effect' });
export type EffectDocument = z.infer<typeof EffectSchema>;

const effects = z.array(EffectSchema).max(20);

export const ChartSchema = z.strictObject({
  initial: z.string().meta({ description: 'State at the moment of the page.' }),
  states: z
    .array(
      z.strictObject({
        id: idText('Id of the state.'),
        final: z.boolean().optional().meta({ description: 'The case is over here.' }),
        entry: effects.optional().meta({ description: 'What happens on entering.' }),
        transitions: z
          .array(
            z.strictObject({
              to: z.string(),
              when: ConditionSchema,
              effects: effects.optional(),
            }),
          )
          .max(20)
          .optional()
          .meta({
            description: 'Ways out; the first that holds is taken, at most one per observation.',
          }),
      }),
    )
    .min(2)
    .max(40),
});
