/** The world of a scenario before anything goes wrong, as an author writes it. */
import { z } from 'zod';
import { TOPICS } from '../sim/presets.ts';
import { PLATFORMS, REGIONS } from '../sim/segments.ts';
import {
  clock,
  duration,
  idText,
  lasting,
  nameText,
  percent,
  prose,
  share,
  shareBetween,
  timeOfDay,
  weekTime,
} from './leaves.ts';

const point = (what: string): z.ZodObject<{ at: z.ZodString; share: z.ZodString }> =>
  z.strictObject({ at: clock('From then on.'), share: share(what) });

export const WorldSchema = z.strictObject({
  preset: z
    .enum(['standard', 'check'])
    .optional()
    .meta({ description: 'Size of the world; `standard` where absent.' }),
  page: weekTime('Weekday and time (UTC) of the page.'),
  history: duration('Least time simulated before the page, 3 to 42 days.'),
  horizon: lasting('10m', '12w', 'After the page, until the case closes by itself.'),
  harm: lasting('10m', '12w', 'After the page, over which harm is counted.'),
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
  pools: z
    .array(
      z.strictObject({
        id: idText('Id of the pool.'),
        share: share('Share of people it serves.'),
        accelerator: z.enum(['gpu', 'tpu', 'cpu']),
      }),
    )
    .min(1)
    .max(8)
    .optional()
    .meta({ description: 'Groups of machines that serve; absent: one, `main`.' }),
  experiments: z
    .array(
      z.strictObject({
        id: idText('Id of the experiment.'),
        layer: idText('Experiments of one layer never share a person; those of others overlap.'),
        from: clock('When its arms are assigned.'),
        until: clock('When it ends; absent: not before the case does.').optional(),
        arms: z
          .array(
            z.strictObject({
              id: idText('Id of the arm.'),
              share: share('Share of all people.'),
            }),
          )
          .min(2)
          .max(4)
          .meta({ description: 'The first is control. Those of a layer take 100 % at most.' }),
      }),
    )
    .min(1)
    .max(3)
    .optional()
    .meta({
      description:
        'Experiments beside the rollouts. What an arm does is a fault whose scope names the arm under `overlap`.',
    }),
  calendar: z
    .array(
      z.strictObject({
        topics: z.array(z.enum(TOPICS)).min(1).max(TOPICS.length),
        regions: z
          .array(z.enum(REGIONS))
          .min(1)
          .max(REGIONS.length)
          .optional()
          .meta({ description: 'Absent: everywhere.' }),
        from: clock('On that day it begins.'),
        until: clock('On that day it is over.'),
        interest: shareBetween(0, 1000, 'Interest in the topics, 100 % as usual.'),
        visits: shareBetween(0, 1000, 'Visits, 100 % as usual.'),
      }),
    )
    .min(1)
    .max(12)
    .optional()
    .meta({
      description:
        'Feasts and seasons everybody could have known of; the fault-free world has them.',
    }),
  forecast: z.enum(['calendar', 'trailing']).optional().meta({
    description:
      'What dashboards and the alert expect of counts: what the calendar says (where absent), or what the fortnight before makes expect, feasts and all. Then a year ago is laid behind them.',
  }),
  robots: z
    .array(
      z.strictObject({
        id: idText('Id of the robot.'),
        act: z.enum(['rollback', 'stop-experiment']),
        target: z.string().meta({
          description: 'The version it goes back to, or the rollout or experiment it stops.',
        }),
        fall: shareBetween(0, 100, 'Fall of the reported save rate that alarms it.'),
        delay: duration('How long it waits once alarmed; absent: 40 minutes.').optional(),
      }),
    )
    .min(1)
    .max(4)
    .optional()
    .meta({ description: 'What acts by itself on reported metrics, right or wrong.' }),
});

export type WorldDocument = z.infer<typeof WorldSchema>;
