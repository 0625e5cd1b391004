/** Interventions as an author writes them in reference and wrong lines. */
import { z } from 'zod';
import { GENERATORS, type InterventionKind } from '../sim/interventions.ts';
import { clock, share } from './leaves.ts';
import { Scope } from './schemaScope.ts';

const kind = <K extends InterventionKind>(name: K): z.ZodLiteral<K> => z.literal(name);
const version = z.string().meta({ description: 'A model version.' });
const build = z.string().meta({ description: 'An app build.' });
const rollout = z.string().meta({ description: 'Id of a rollout.' });
const event = z.enum(['impression', 'save']);

export const INTERVENTION_SHAPES = {
  'freeze-deploys': z.strictObject({ kind: kind('freeze-deploys') }),
  'stop-ramp': z.strictObject({ kind: kind('stop-ramp'), rollout }),
  'pin-model': z.strictObject({ kind: kind('pin-model'), version }),
  'stop-promotion': z.strictObject({ kind: kind('stop-promotion') }),
  'pause-arm': z.strictObject({ kind: kind('pause-arm'), rollout }),
  'pause-release': z.strictObject({ kind: kind('pause-release'), build }),
  'skip-training': z.strictObject({ kind: kind('skip-training') }),
  'rollback-model': z.strictObject({
    kind: kind('rollback-model'),
    to: version,
    scope: Scope.optional(),
  }),
  'route-cohort': z.strictObject({ kind: kind('route-cohort'), to: version, scope: Scope }),
  'promote-model': z.strictObject({ kind: kind('promote-model'), version }),
  'nonfinite-guard': z.strictObject({ kind: kind('nonfinite-guard') }),
  'kill-generator': z.strictObject({ kind: kind('kill-generator'), generator: z.enum(GENERATORS) }),
  'dedupe-events': z.strictObject({ kind: kind('dedupe-events'), event, build }),
  'quarantine-rows': z.strictObject({
    kind: kind('quarantine-rows'),
    scope: Scope,
    since: clock('Rows from then on are left out of training.'),
  }),
  retrain: z.strictObject({
    kind: kind('retrain'),
    recipe: z.enum(['plain', 'debiased', 'random-slice']),
  }),
  'exposure-cap': z.strictObject({
    kind: kind('exposure-cap'),
    perDay: z.number().int().positive(),
  }),
  exploration: z.strictObject({ kind: kind('exploration'), share: share('Share of slots.') }),
  diversity: z.strictObject({ kind: kind('diversity'), factor: z.number().positive().max(10) }),
  'normalise-popularity': z.strictObject({ kind: kind('normalise-popularity') }),
  'fix-client': z.strictObject({ kind: kind('fix-client'), build }),
} as const satisfies Record<InterventionKind, z.ZodObject>;

const shapes = Object.values(INTERVENTION_SHAPES);
type Shape = (typeof shapes)[number];

export const InterventionSchema = z
  .discriminatedUnion('kind', shapes as [Shape, ...Shape[]])
  .meta({ id: 'intervention' });
export type InterventionDocument = z.infer<typeof InterventionSchema>;
