/** The world of a scenario and what is wrong with it, as an author writes them. */
import { z } from 'zod';
import { PLATFORMS } from '../sim/segments.ts';
import type { FaultKind } from '../sim/faults.ts';
import {
  clock,
  duration,
  idText,
  nameText,
  percent,
  prose,
  share,
  timeOfDay,
  weekTime,
} from './leaves.ts';
import { Scope } from './schemaScope.ts';

const point = (what: string): z.ZodObject<{ at: z.ZodString; share: z.ZodString }> =>
  z.strictObject({ at: clock('From then on.'), share: share(what) });

export const WorldSchema = z.strictObject({
  preset: z
    .enum(['standard', 'check'])
    .optional()
    .meta({ description: 'Size of the world; `standard` where absent.' }),
  page: weekTime('Weekday and time (UTC) of the page.'),
  history: duration('Least time simulated before the page, 3 to 42 days.'),
  horizon: duration('After the page, until the case closes by itself.'),
  harm: duration('After the page, over which harm is counted.'),
  training: timeOfDay('Of the daily training run, UTC.'),
  promote: z
    .boolean()
    .meta({ description: 'Newly trained snapshots go into service by themselves.' }),
  builds: z
    .array(
      z.strictObject({
        build: nameText('App build.'),
        platform: z.enum(PLATFORMS),
        adoption: z.array(point('Share of the platform’s people.')).min(1).max(20).meta({
          description: 'Linear between points; nobody before the first, level after the last.',
        }),
      }),
    )
    .min(1)
    .max(12),
  models: z
    .array(
      z.strictObject({
        version: nameText('Ranker version.'),
        history: z
          .number()
          .int()
          .min(1)
          .max(10_000)
          .meta({ description: 'Actions of history it is built to read.' }),
        lift: percent('How much better it sees relevance than the plain feature set.').optional(),
        latency: z
          .number()
          .min(0)
          .max(1000)
          .optional()
          .meta({ description: 'Milliseconds it adds at the median.' }),
        ready: z
          .strictObject({
            artefact: z.boolean().meta({ description: 'The artefact is kept.' }),
            rehearsed: duration(
              'Since a return to it was last rehearsed; absent: never.',
            ).optional(),
            features: z.boolean().meta({ description: 'The features it reads are still served.' }),
          })
          .meta({ description: 'Can one go back to it?' }),
      }),
    )
    .min(1)
    .max(8),
  rollouts: z
    .array(
      z.strictObject({
        id: idText('Id of the rollout.'),
        label: prose(80, 'As dashboards call it.'),
        from: z.string(),
        to: z.string(),
        owner: z.string().meta({ description: 'Id of somebody in the cast.' }),
        experiment: z.boolean().meta({ description: 'Arms are read out as an experiment.' }),
        stages: z.array(point('Share of people served the new version.')).min(1).max(12),
      }),
    )
    .max(4),
});

const common = {
  id: idText('Id of the fault.'),
  onset: clock('First minute at which it acts.'),
  until: clock('First minute at which it no longer acts; absent: until repaired.').optional(),
  ramp: duration('Grows linearly to full size over this time; absent: at once.').optional(),
  scope: Scope.optional(),
};
const version = z.string().meta({ description: 'Model version it lives in.' });
const build = z.string().meta({ description: 'App build it lives in.' });
const event = z.enum(['impression', 'save']);

export const FAULT_SHAPES = {
  'history-truncation': z.strictObject({
    kind: z.literal('history-truncation'),
    ...common,
    version,
    keep: z.number().int().min(0).meta({ description: 'Latest actions still read.' }),
  }),
  'non-finite-scores': z.strictObject({
    kind: z.literal('non-finite-scores'),
    ...common,
    version,
    head: z.enum(['closeup', 'save', 'dwell', 'hide']),
    above: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'For people with more logged actions than this.' }),
  }),
  'duplicate-events': z.strictObject({
    kind: z.literal('duplicate-events'),
    ...common,
    event,
    build,
    extra: share('Surplus events per true one.'),
  }),
  'lost-events': z.strictObject({
    kind: z.literal('lost-events'),
    ...common,
    event,
    build,
    share: share('Share of events that never arrive.'),
  }),
  'unnormalised-popularity': z.strictObject({
    kind: z.literal('unnormalised-popularity'),
    ...common,
    exponent: z
      .number()
      .positive()
      .max(4)
      .meta({ description: 'Ideas are drawn by count to this power.' }),
    quota: z
      .number()
      .positive()
      .max(10)
      .meta({ description: 'Factor on the popular generator’s quota.' }),
  }),
} as const satisfies Record<FaultKind, z.ZodObject>;

export const FaultSchema = z
  .discriminatedUnion('kind', [
    FAULT_SHAPES['history-truncation'],
    FAULT_SHAPES['non-finite-scores'],
    FAULT_SHAPES['duplicate-events'],
    FAULT_SHAPES['lost-events'],
    FAULT_SHAPES['unnormalised-popularity'],
  ])
  .meta({ id: 'fault' });
export type FaultDocument = z.infer<typeof FaultSchema>;
