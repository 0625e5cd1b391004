/**
 * A pure fold over observations. The state is plain JSON: a checkpoint keeps it as it is, a fork is a structured
 * clone, and fork(t) equals a replay to t.
 */
import type { ChartSpec, Effect, MetricCondition } from '../scenario/compiled.ts';
import type { Books, Deadline } from './books.ts';
import { buildIncidentMachine, type IncidentContext, type Observe } from './chart.ts';
import type { Facts } from './facts.ts';
import { stepsOf, type Stepped } from './inert.ts';
import type { Response } from './response.ts';
import { nextStreaks } from './streaks.ts';
import { metricsIn } from './vocabulary.ts';

export interface IncidentState {
  /** State of the scenario's own chart. */
  readonly state: string;
  readonly response: Response;
  readonly context: IncidentContext;
}

export interface IncidentInput {
  readonly tick: number;
  /**
   * Does the bound hold by what is *shown* at this tick? Asked only about bounds of the current state; how long it
   * has held is kept here.
   */
  readonly read: (condition: MetricCondition) => boolean;
  readonly facts: Facts;
}

export interface Legality {
  /** Commands and intervention kinds that are not possible now, each with its reason. */
  readonly forbidden: Readonly<Record<string, string>>;
  /** The case is over: nothing but the debrief is left. */
  readonly over: boolean;
}

export interface IncidentStep {
  readonly state: IncidentState;
  /** To be carried out by the session, in this order. */
  readonly effects: readonly Effect[];
  readonly legality: Legality;
}

/** The incident of one scenario; hold on to it for the run, building the machine is the dear part. */
export interface Incident {
  readonly start: (tick: number) => IncidentStep;
  /** One observation; at most one step of the incident and one of the response. */
  readonly advance: (state: IncidentState, input: IncidentInput) => IncidentStep;
}

export function createIncident(chart: ChartSpec): Incident {
  const machine = buildIncidentMachine(chart);
  const steps = stepsOf(machine);
  const watched = new Map(
    chart.states.map(({ id, transitions }) => [
      id,
      transitions.flatMap(({ when }) => metricsIn(when)),
    ]),
  );
  const finals = new Set(chart.states.filter(({ final }) => final).map(({ id }) => id));

  const step = ([snapshot, actions]: Stepped): IncidentStep => {
    const value = snapshot.value as unknown as {
      readonly incident: string;
      readonly response: Response;
    };
    const state: IncidentState = {
      state: value.incident,
      response: value.response,
      context: snapshot.context,
    };
    const effects = actions
      .filter(({ type }) => type === 'perform')
      .map(({ params }) => (params as { readonly effect: Effect }).effect);
    return { state, effects, legality: legalityOf(state, finals) };
  };

  return {
    start: (tick) => step(steps.initial(tick)),
    advance: (state, { tick, read, facts }) => {
      const snapshot = machine.resolveState({
        value: { incident: state.state, response: state.response, books: {} },
        context: state.context,
      });
      const streaks = nextStreaks(
        state.context.streaks,
        watched.get(state.state) ?? [],
        tick,
        read,
      );
      const event: Observe = { type: 'observe', tick, facts, streaks };
      return step(steps.next(snapshot, event));
    },
  };
}

function legalityOf({ state, context }: IncidentState, finals: ReadonlySet<string>): Legality {
  return {
    forbidden: context.books.forbidden,
    over: finals.has(state) || context.facts.closed || context.books.closedBecause !== null,
  };
}

/** Why a command (or an intervention kind) is not legal now; null where it is. */
export const refusal = ({ forbidden, over }: Legality, name: string): string | null =>
  over ? 'The case is closed.' : (forbidden[name] ?? null);

/** Deadlines still to come, the nearest first. */
export const openDeadlines = ({ context }: IncidentState): readonly Deadline[] =>
  context.books.deadlines
    .filter(({ atTick }) => atTick > context.tick)
    .toSorted((a, b) => a.atTick - b.atTick || (a.id < b.id ? -1 : 1));

export const booksOf = ({ context }: IncidentState): Books => context.books;
