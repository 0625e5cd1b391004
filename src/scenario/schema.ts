/** The one schema of a scenario file. Types, validation, editor completion and the guide's tables all come from it. */
import { z } from 'zod';
import { TWIN_PARTS, type TwinPart } from './twinParts.ts';
import { clock, duration, idText, percent, prose, wordOf } from './leaves.ts';
import { CastSchema } from './schemaCast.ts';
import { boundShape, ChartSchema, ConditionSchema, kindsOfAction, Metric } from './schemaChart.ts';
import { FaultSchema } from './schemaFaults.ts';
import { MOST_EXPECTATIONS } from './mostExpectations.ts';
import { InheritedSchema } from './schemaInherited.ts';
import { InterventionSchema } from './schemaInterventions.ts';
import { Scope, SurfaceChoice } from './schemaScope.ts';
import { WorldSchema } from './schemaWorld.ts';
import {
  CHANGE_KINDS,
  COMPONENT_WORDS,
  INTERVENTION_KINDS,
  LOOK_VIEWS,
  MECHANISM_WORDS,
  PRINCIPLE_IDS,
} from './words.ts';

/** Places in the campaign. */
export const PLACES = 1000;

const PageSchema = z.strictObject({
  rule: z
    .strictObject(boundShape)
    .meta({ description: 'The alert rule; it must fire on at least 95 % of seeds.' }),
  headline: prose(160, 'The alert as it rings. `{deviation}` is filled with the shown reading.'),
  shipped: prose(160, 'The same for the default seed, shown before any world exists.'),
  reads: prose(300, 'What the alert measures.'),
  cannot: prose(300, 'What the alert cannot say.'),
});

const NoteNeed = z.discriminatedUnion('need', [
  z.strictObject({ need: z.literal('looked'), view: wordOf(Object.keys(LOOK_VIEWS), 'A view.') }),
  z.strictObject({
    need: z.literal('declared'),
    layer: z.enum(['reading', 'hurtNow', 'hurtLater']),
  }),
  z.strictObject({ need: z.literal('acted'), kinds: kindsOfAction }),
  z.strictObject({ need: z.literal('recovered') }),
  z.strictObject({ need: z.literal('never') }),
]);

const PlayLineSchema = z.strictObject({
  id: idText('Id of the line.'),
  label: prose(120, 'What it does, for the debrief.'),
  steps: z
    .array(z.strictObject({ after: duration('After the page.'), act: InterventionSchema }))
    .max(20),
});

const IncidentSchema = z.strictObject({
  format: z.literal(1).meta({ description: 'Version of this format.' }),
  extends: idText('An archetype, whose words stand wherever the scenario writes none.').optional(),
  id: idText('The name of the folder.'),
  version: z.number().int().min(1),
  title: prose(80, 'Shown only at the debrief.'),
  callsign: prose(60, 'Shown during play: when and where, nothing more.'),
  tease: prose(140, 'One line for the list of incidents that names neither cause nor concept.'),
  order: z
    .number()
    .int()
    .min(0)
    .max(PLACES - 1)
    .meta({ description: 'Place in the campaign, from 0.' }),
  questions: z.array(z.number().int().min(1).max(25)).min(1),
  concepts: z.array(prose(60, 'A concept.')).min(1).max(10),
  difficulty: z.literal([1, 2, 3, 4, 5]),
  clock: z.enum(['minutes', 'days']),
  licence: prose(40, 'Of the texts.'),
  grounding: prose(
    900,
    'What it rests on in published incidents or practice, without naming a company.',
  ),
  seed: idText('Seed played first.'),
  principles: z.array(wordOf(PRINCIPLE_IDS, 'A principle, the most telling first.')).min(1).max(10),
  rollback: z
    .enum(['right', 'partial', 'irrelevant', 'harmful'])
    .meta({ description: 'What reversing the nearest model change does here.' }),
  world: WorldSchema,
  page: PageSchema,
  faults: z.array(FaultSchema).max(6),
  changes: z
    .array(
      z.strictObject({
        id: idText('Id of the change.'),
        at: clock('When.'),
        kind: z.enum(CHANGE_KINDS),
        owner: prose(40, 'Team.'),
        text: prose(240, 'As the change list puts it.'),
        guilty: z.boolean().optional(),
      }),
    )
    .max(30),
  cast: z.array(CastSchema).min(1).max(8),
  runbooks: z
    .array(
      z.strictObject({
        id: idText('Id of the page.'),
        title: prose(100, 'Title.'),
        updated: prose(80, 'When it was last touched, as it says itself.'),
        paragraphs: z.array(prose(900, 'A paragraph.')).min(1).max(12),
      }),
    )
    .max(6),
  tickets: z
    .array(
      z.strictObject({
        id: idText('Id of the ticket.'),
        at: clock('When it arrives.'),
        theme: prose(40, 'Queue it is sorted into.'),
        text: prose(500, 'What the person writes.'),
        when: ConditionSchema.optional(),
      }),
    )
    .max(40),
  chart: ChartSchema,
  suspects: z
    .array(
      z.strictObject({
        id: idText('Id.'),
        label: prose(120, 'As the board offers it.'),
        hypothesis: z.string(),
      }),
    )
    .min(3)
    .max(8),
  hypotheses: z
    .array(
      z.strictObject({
        id: idText('Id.'),
        label: prose(160, 'In plain words.'),
        truth: z.boolean().optional(),
        mechanisms: z.array(wordOf(Object.keys(MECHANISM_WORDS), 'A mechanism word.')).min(1),
        components: z.array(wordOf(Object.keys(COMPONENT_WORDS), 'A component word.')).min(1),
        prior: z.number().min(0).max(1).meta({ description: 'Belief before any look.' }),
        tell: prose(500, 'What clears or convicts it, told at the debrief.'),
        world: z.array(FaultSchema).max(4).optional().meta({
          description:
            'What would be wrong if it were so, as under `faults`; empty: nothing. The truth needs none. Without it the hypothesis has no signature.',
        }),
      }),
    )
    .min(1)
    .max(12),
  references: z.array(PlayLineSchema).min(1).max(6).meta({
    description: 'Lines of play that work. One without steps says that nothing is right to do.',
  }),
  wrong: z.array(PlayLineSchema).max(6),
  recovery: z.strictObject({
    conditions: z.array(z.strictObject(boundShape)).min(1).max(6),
    hold: duration('Without a break.'),
    repairs: z
      .array(
        z.strictObject({
          label: prose(120, 'What is left behind.'),
          any: z.array(wordOf(INTERVENTION_KINDS, 'An intervention kind.')).min(1),
        }),
      )
      .max(6),
  }),
  postmortem: z.strictObject({
    causes: z
      .array(
        z.strictObject({
          id: idText('Id.'),
          label: prose(200, 'A contributing cause.'),
          true: z.boolean(),
        }),
      )
      .min(2),
    preventions: z
      .array(
        z.strictObject({
          id: idText('Id.'),
          label: prose(200, 'An item of work.'),
          helps: z.boolean(),
          alert: z
            .strictObject({
              ...boundShape,
              acts: z.array(InterventionSchema).min(1).max(4).optional().meta({
                description:
                  'What a machine does as soon as it rings. Absent: a person is called, as by the page.',
              }),
            })
            .optional()
            .meta({
              description:
                'The item as a rule, which the board tries out in this world and in fault-free ones. Without it the item is only told.',
            }),
        }),
      )
      .min(2),
    draft: z
      .strictObject({
        author: idText('Id of the colleague who drafts; absent: somebody of the cast.').optional(),
        sentences: z
          .array(
            z.strictObject({
              text: prose(400, 'The sentence.'),
              needs: z.array(NoteNeed).max(6),
            }),
          )
          .max(2)
          .optional()
          .meta({ description: 'Sentences of its own, beside those every draft is made of.' }),
      })
      .optional()
      .meta({
        description:
          'What a colleague drafts of the postmortem. Without it the draft is made of `offers`, `hypotheses` and the player’s own board.',
      }),
    story: z.array(prose(900, 'A paragraph.')).min(1).max(8),
    interview: prose(1500, 'How one would tell it.'),
  }),
  offers: z
    .array(
      z.strictObject({
        id: idText('Id.'),
        topic: prose(60, 'What it is about.'),
        registers: z
          .array(
            z.strictObject({
              id: idText('Id.'),
              text: prose(400, 'The sentence.'),
              needs: z.array(NoteNeed).max(6),
            }),
          )
          .min(1)
          .max(5),
      }),
    )
    .max(10),
  expectations: z
    .array(
      z.strictObject({
        id: idText('Id.'),
        metric: Metric,
        scope: Scope.optional(),
        surface: SurfaceChoice.optional(),
        window: z.tuple([clock('From.'), clock('To.')]),
        expect: z.enum(['down', 'up', 'flat']),
        percent: percent('Against the fault-free world: at least (moves) or at most (flat).'),
      }),
    )
    .max(MOST_EXPECTATIONS),
});

const TwinSchema = IncidentSchema.pick(
  Object.fromEntries(TWIN_PARTS.map((part) => [part, true])) as Record<TwinPart, true>,
)
  .partial()
  .required({ title: true, faults: true, hypotheses: true, postmortem: true })
  .extend({
    guilty: z
      .array(z.string())
      .max(30)
      .meta({ description: 'Ids of the changes that are guilty in the twin; of the others none.' }),
  });

export const ScenarioSchema = IncidentSchema.extend({
  twin: TwinSchema.optional().meta({
    description:
      'The same page, cast and change list with another cause: every part given here takes the place of that of the incident. Which of the two is played is drawn from the seed.',
  }),
  inherited: InheritedSchema.optional().meta({
    description:
      'The same incident taken over half way: somebody had the shift before, and what they did is done in the world. Played under a name of its own.',
  }),
});

/** What a file says, before anything is resolved. */
export type ScenarioDocument = z.infer<typeof ScenarioSchema>;
