/** Time passes: the worlds advance, the incident observes what is shown, its effects are carried out. */
import type { Effect, MetricCondition } from '../scenario/compiled.ts';
import { promoteByMachine, stageRollout, worsenFault } from '../sim/orders.ts';
import { advancePair, measure } from '../sim/pair.ts';
import { forgetLabels } from '../sim/telemetry/observer.ts';
import { readScope } from '../sim/telemetry/readings.ts';
import { readSystem } from '../sim/telemetry/system.ts';
import { METRICS } from '../sim/metrics.ts';
import { factsOf } from './facts.ts';
import { markMidnight } from './marks.ts';
import { finishTest } from './tests.ts';
import { append, now, type OnProgress, type Run } from './run.ts';

/** Minutes between observations of the chart. */
const OBSERVE_EVERY = { minutes: 5, days: 360 } as const;
/** The same for what-if lines: nobody reads along, and every observation costs some readings. */
const OBSERVE_BEYOND = { minutes: 60, days: 720 } as const;

/**
 * Advances to a minute. `stop` is asked after every observation; true ends the advance early. `beyond`: the world goes
 * on even where the shift is over, as it does for what-if lines.
 */
export function advanceTo(
  run: Run,
  tick: number,
  stop?: () => boolean,
  onProgress?: OnProgress,
  beyond = false,
): void {
  const every = (beyond ? OBSERVE_BEYOND : OBSERVE_EVERY)[run.scenario.clock];
  const from = now(run);
  const over = (): boolean => !beyond && run.chart.legality.over;
  while (now(run) < tick && !over()) {
    const at = now(run);
    let next = Math.min(tick, at - (at % every) + every);
    for (const armed of run.armed)
      if (armed.atTick > at && armed.atTick < next) next = armed.atTick;
    for (const test of run.desk.tests)
      if (test.result === null && test.doneTick > at && test.doneTick < next) next = test.doneTick;
    for (const { answerTick } of run.desk.asked)
      if (answerTick !== null && answerTick > at && answerTick < next) next = answerTick;
    advancePair(run.pair, next);
    forgetLabels(run.observer);
    onProgress?.((next - from) / Math.max(1, tick - from), 'Time passes');
    settle(run);
    if (!run.chart.legality.over) observeChart(run);
    if (!beyond) markMidnight(run);
    if (stop?.() === true) return;
  }
}

/** Things due now: armed promotions, finished tests, answers, events of the world. */
export function settle(run: Run): void {
  const tick = now(run);
  for (const armed of run.armed.filter((a) => a.atTick <= tick)) {
    promoteByMachine(run.pair.live, armed.version);
    measure(run.pair);
  }
  run.armed = run.armed.filter((a) => a.atTick > tick);
  for (const test of run.desk.tests)
    if (test.result === null && test.doneTick <= tick) finishTest(run, test);
  answerAsked(run);
  for (const event of run.pair.live.events.slice(run.worldEventsSeen)) {
    append(run, { kind: 'world', tick: event.tick, what: event.kind, text: event.text });
  }
  run.worldEventsSeen = run.pair.live.events.length;
}

/** The page itself: what the chart does on entering its first state. */
export function beginChart(run: Run): void {
  for (const effect of run.chart.effects) perform(run, effect);
  observeChart(run);
}

export function observeChart(run: Run): void {
  const before = run.chart.state.state;
  run.chart = run.incident.advance(run.chart.state, {
    tick: now(run),
    read: (condition) => conditionHolds(run, condition),
    facts: factsOf(run),
  });
  if (run.chart.state.state !== before)
    append(run, { kind: 'state', tick: now(run), state: run.chart.state.state });
  for (const effect of run.chart.effects) perform(run, effect);
}

/** Hours over which a bound is read that says nothing of it: as the alert would read it. */
const CONDITION_HOURS = 1;

/** Does a bound hold by what is shown now? */
export function conditionHolds(run: Run, condition: MetricCondition): boolean {
  const deviation = shownDeviation(run, condition, condition.hours);
  if (deviation === null) return false;
  return condition.op === 'below' ? deviation < condition.percent : deviation > condition.percent;
}

export function shownDeviation(
  run: Run,
  { metric, scope, surface }: Pick<MetricCondition, 'metric' | 'scope' | 'surface'>,
  hours: number = CONDITION_HOURS,
): number | null {
  if (!METRICS[metric].cuttable)
    return readSystem(run.observer, metric, now(run))?.deviation ?? null;
  return readScope(run.observer, metric, scope, surface, now(run), hours)?.deviation ?? null;
}

function perform(run: Run, effect: Effect): void {
  const tick = now(run);
  append(run, { kind: 'effect', tick, effect });
  switch (effect.do) {
    case 'message':
      receive(run, effect.from, effect.text, effect.wants);
      return;
    case 'alert':
      receive(run, 'pager', effect.text, true);
      return;
    case 'arm-promotion':
      run.armed = [...run.armed, { version: effect.version, atTick: effect.atTick }];
      return;
    case 'ramp':
      stageRollout(run.pair.live, effect.rollout, effect.share);
      measure(run.pair);
      return;
    case 'worsen':
      worsenFault(run.pair.live, effect.fault, effect.factor);
      measure(run.pair);
      return;
    case 'close':
      append(run, { kind: 'closed', tick, because: effect.because });
      run.desk = { ...run.desk, said: effect.because };
      return;
    case 'deadline':
    case 'allow':
    case 'forbid':
      // Kept in the chart's own books.
      return;
  }
}

/** Answers that are due. */
function answerAsked(run: Run): void {
  const tick = now(run);
  const due = run.desk.asked.filter((a) => a.answerTick !== null && a.answerTick <= tick);
  if (due.length === 0) return;
  run.desk = {
    ...run.desk,
    asked: run.desk.asked.map((a) => (due.includes(a) ? { ...a, answerTick: null } : a)),
  };
  for (const a of due) {
    const person = run.scenario.cast.find((c) => c.id === a.who);
    if (person !== undefined)
      receive(
        run,
        a.who,
        person.topics.find((t) => t.id === a.about)?.answer ?? person.fallback,
        false,
      );
  }
}

export function receive(run: Run, from: string, text: string, wants: boolean): void {
  const id = `m${run.desk.messages.length}`;
  run.desk = {
    ...run.desk,
    messages: [...run.desk.messages, { id, from, tick: now(run), text, wants, own: false }],
  };
}
