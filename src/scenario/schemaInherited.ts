/** A shift taken over half way, as an author writes it. */
import { z } from 'zod';
import { DIMENSIONS } from '../sim/segments.ts';
import { METRIC_VIEWS, PLAIN_VIEWS, SCOPED_VIEWS } from './handover.ts';
import { CastSchema } from './schemaCast.ts';
import { duration, idText, prose } from './leaves.ts';
import { Metric } from './schemaChart.ts';
import { InterventionSchema } from './schemaInterventions.ts';
import { Scope, SurfaceChoice } from './schemaScope.ts';

const after = duration('After the page.');

const MoveSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('look'),
    after,
    view: z.enum([...METRIC_VIEWS, ...SCOPED_VIEWS, ...PLAIN_VIEWS]),
    metric: Metric.optional().meta({ description: 'What the page reads where absent.' }),
    by: z
      .array(z.enum(DIMENSIONS))
      .max(2)
      .optional()
      .meta({ description: 'Cuts of the lens, at most two; of a metric the first counts.' }),
    scope: Scope.optional(),
    surface: SurfaceChoice.optional(),
    pinned: z.boolean().optional().meta({ description: 'Was the reading pinned to the board?' }),
  }),
  z.strictObject({
    do: z.literal('declare'),
    after,
    reading: Scope.optional(),
    now: Scope.optional(),
    later: Scope.optional(),
    fine: Scope.optional().meta({ description: 'Who was named as fine.' }),
    severity: z.enum(['none', 'low', 'high', 'critical']).optional(),
  }),
  z.strictObject({
    do: z.literal('suspect'),
    after,
    suspect: z.string().meta({ description: 'Id of a suspect.' }),
    confidence: z.number().int().min(0).max(100).meta({ description: 'Per cent.' }),
  }),
  z.strictObject({
    do: z.literal('act'),
    after,
    id: idText('What `undo` calls the order by.'),
    act: InterventionSchema,
  }),
  z.strictObject({ do: z.literal('undo'), after, of: z.string() }),
]);

const LineSchema = z.strictObject({
  id: idText('Id of the line.'),
  label: prose(120, 'What it does, for the debrief.'),
  undo: z
    .array(z.string())
    .min(1)
    .max(4)
    .optional()
    .meta({ description: 'Orders of the colleague that are taken back first of all.' }),
  steps: z
    .array(
      z.strictObject({
        after: duration('After the shift has changed hands.'),
        act: InterventionSchema,
      }),
    )
    .max(20),
});

export const InheritedSchema = z.strictObject({
  callsign: prose(60, 'Shown during play: when and where, nothing more.'),
  tease: prose(140, 'One line for the list that names neither cause nor concept.'),
  from: CastSchema.meta({
    description: 'Who had the shift; joins the cast of this case, and of this case only.',
  }),
  at: duration('After the page: when the shift changes hands.'),
  moves: z.array(MoveSchema).min(1).max(20).meta({
    description: 'What they did, in the order of time. It is carried out in the world.',
  }),
  note: prose(900, 'What they write on leaving: what they believe, some of it wrong.'),
  references: z.array(LineSchema).min(1).max(6).meta({
    description: 'Lines of play that work from there. One that does nothing says to leave it be.',
  }),
});

export type InheritedDocument = z.infer<typeof InheritedSchema>;
export type HandedMoveDocument = InheritedDocument['moves'][number];
