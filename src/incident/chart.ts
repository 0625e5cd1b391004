/**
 * The incident machine, assembled from a scenario's chart: three parallel regions, the incident itself, the player's
 * response, and the books. Everything that time, telemetry and commands bring arrives as one `observe` event; each
 * region takes at most one step for it, so no chart can loop. No timers, no actors: deadlines are ticks.
 */
import { assign, setup } from 'xstate';
import type { ChartSpec, Condition, Effect } from '../scenario/compiled.ts';
import { EMPTY_BOOKS, type Books } from './books.ts';
import { NO_FACTS, type Facts } from './facts.ts';
import { RESPONSE_STEPS, RESPONSES, type Response } from './response.ts';
import { conditionKey } from './streaks.ts';
import { asks, EFFECTS, write } from './vocabulary.ts';

export interface IncidentContext {
  /** Tick of the last observation. */
  readonly tick: number;
  /** When the incident region entered its current state. */
  readonly enteredAt: number;
  readonly facts: Facts;
  readonly books: Books;
  /** Since when each bound of the current state's ways out has held without a break, by condition key. */
  readonly streaks: Readonly<Record<string, number>>;
}

export interface Observe {
  readonly type: 'observe';
  readonly tick: number;
  readonly facts: Facts;
  readonly streaks: Readonly<Record<string, number>>;
}

/** Does a condition hold at this observation? */
export function conditionHolds(
  context: IncidentContext,
  event: Observe,
  condition: Condition,
): boolean {
  return asks(condition, {
    tick: event.tick,
    enteredAt: context.enteredAt,
    facts: event.facts,
    holds: (bound) => {
      const since = event.streaks[conditionKey(bound)];
      return since !== undefined && event.tick - since >= bound.forMinutes;
    },
  });
}

const incidentSetup = setup({
  types: {
    context: {} as IncidentContext,
    events: {} as Observe,
    input: {} as { readonly tick: number },
  },
  guards: {
    conditionHolds: ({ context, event }, params: { readonly condition: Condition }) =>
      conditionHolds(context, event, params.condition),
    playerHas: ({ event }, params: { readonly step: (facts: Facts) => boolean }) =>
      params.step(event.facts),
  },
  actions: {
    /** Comes back from the pure transition as data; the session carries it out. */
    perform: (_, params: { readonly effect: Effect }) => void params,
    writeDown: assign({
      books: ({ context, event }, params: { readonly effect: Effect }) =>
        write(params.effect, context.books, tickOf(event, context)),
    }),
    noteEntry: assign({
      enteredAt: ({ event, context }) => tickOf(event, context),
      // Bounds of the new state are watched from now on.
      streaks: {},
    }),
    remember: assign({
      tick: ({ event }) => event.tick,
      facts: ({ event }) => event.facts,
    }),
    watch: assign({ streaks: ({ event }) => event.streaks }),
  },
});

/** At the start there is an initial event without a tick; the context has it. */
const tickOf = (event: Observe, context: IncidentContext): number =>
  event.type === 'observe' ? event.tick : context.tick;

export type IncidentMachine = ReturnType<typeof create>;

export function buildIncidentMachine(chart: ChartSpec): IncidentMachine {
  return create(chart);
}

function create(chart: ChartSpec) {
  const effects = (list: readonly Effect[]) =>
    list.flatMap((effect) => {
      if (!Object.hasOwn(EFFECTS, effect.do)) throw new Error(`No effect ${effect.do}`);
      return [
        { type: 'perform' as const, params: { effect } },
        { type: 'writeDown' as const, params: { effect } },
      ];
    });
  return incidentSetup.createMachine({
    id: 'run',
    type: 'parallel',
    context: ({ input }) => ({
      tick: input.tick,
      enteredAt: input.tick,
      facts: NO_FACTS,
      books: EMPTY_BOOKS,
      streaks: {},
    }),
    states: {
      incident: {
        initial: chart.initial,
        states: Object.fromEntries(
          chart.states.map((state) => [
            state.id,
            {
              ...(state.final ? { type: 'final' as const } : {}),
              entry: effects(state.entry),
              on: {
                observe: [
                  ...state.transitions.map((way) => ({
                    target: way.to,
                    reenter: true,
                    guard: { type: 'conditionHolds' as const, params: { condition: way.when } },
                    actions: [{ type: 'noteEntry' as const }, ...effects(way.effects)],
                  })),
                  { actions: [{ type: 'watch' as const }] },
                ],
              },
            },
          ]),
        ),
      },
      response: {
        initial: 'paged',
        states: Object.fromEntries(
          RESPONSES.map((response: Response) => [
            response,
            {
              on: {
                observe: RESPONSE_STEPS[response].map((step) => ({
                  target: step.to,
                  guard: { type: 'playerHas' as const, params: { step: step.when } },
                })),
              },
            },
          ]),
        ),
      },
      books: { on: { observe: { actions: [{ type: 'remember' as const }] } } },
    },
  });
}
