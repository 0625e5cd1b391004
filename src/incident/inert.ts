/**
 * Pure steps of the incident machine. They are XState's `initialTransition` and `transition`, but on one actor that never
 * runs: those make an actor for every step and take it through its beginning, which costs more than the step itself.
 */
import { createActor, type ExecutableActionsFrom } from 'xstate';
import type { IncidentMachine, Observe } from './chart.ts';

type Snapshot = ReturnType<IncidentMachine['transition']>;

/** The state after a step, and what is to be carried out, as data. */
export type Stepped = readonly [Snapshot, readonly ExecutableActionsFrom<IncidentMachine>[]];

export interface Steps {
  readonly initial: (tick: number) => Stepped;
  readonly next: (snapshot: Snapshot, event: Observe) => Stepped;
}

export function stepsOf(machine: IncidentMachine): Steps {
  const self = createActor(machine, { input: { tick: 0 } });
  const nothing = (): void => {};
  const stepped = (
    step: (scope: Parameters<typeof machine.transition>[2]) => Snapshot,
  ): Stepped => {
    const actions: ExecutableActionsFrom<IncidentMachine>[] = [];
    const snapshot = step({
      self,
      system: self.system,
      id: '',
      sessionId: '',
      logger: nothing,
      defer: nothing,
      stopChild: nothing,
      emit: nothing,
      actionExecutor: (action) =>
        void actions.push(action as ExecutableActionsFrom<IncidentMachine>),
    });
    return [snapshot, actions];
  };
  return {
    initial: (tick) => stepped((scope) => machine.getInitialSnapshot(scope, { tick })),
    next: (snapshot, event) => stepped((scope) => machine.transition(snapshot, event, scope)),
  };
}
