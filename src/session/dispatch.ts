/** One command in, one step of the run out: checked, paid for, carried out, logged. */
import { refusal } from '../incident/runner.ts';
import { order, undo } from '../sim/orders.ts';
import { measure } from '../sim/pair.ts';
import { forgetLabels } from '../sim/telemetry/observer.ts';
import { readScope } from '../sim/telemetry/readings.ts';
import { readSystem } from '../sim/telemetry/system.ts';
import { dayOf, MINUTES_PER_DAY } from '../sim/clock.ts';
import { METRICS } from '../sim/metrics.ts';
import { advanceTo, observeChart, settle } from './advance.ts';
import { applyToBoard } from './board.ts';
import { checkAct } from './checkAct.ts';
import type { Command, Look, WaitTrigger } from './commands.ts';
import { lensOf } from './lens.ts';
import { lensKey } from './lensKey.ts';
import { markMove } from './marks.ts';
import { costOf, TEST_PRICES } from './prices.ts';
import { panelOf } from './panels/panel.ts';
import { answerOfPanel } from './prediction.ts';
import { answerWords, type PredictionAnswer } from './predictionWords.ts';
import { append, now, type OnProgress, type Run } from './run.ts';
import { actWords, commandWords, lookWords, scopeWords, testWords } from './words.ts';

/** Looks a working day has room for on the slow clock. */
export const LOOKS_PER_DAY = 6;
/** Start of a working day, minutes after midnight UTC. */
const DAY_START = 9 * 60;
/** Longest single wait. */
const LONGEST_WAIT = 7 * MINUTES_PER_DAY;

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly because: string };

/** Carries out a command, or says why not; a refused command changes nothing but the log. */
export function dispatch(run: Run, command: Command, onProgress?: OnProgress): Outcome {
  const because = whyNot(run, command);
  if (because !== null) {
    run.refusal = because;
    append(run, { kind: 'refused', tick: now(run), command, because });
    return { ok: false, because };
  }
  run.refusal = null;
  const index = run.commands.length;
  run.commands = [...run.commands, command];
  append(run, {
    kind: 'command',
    index,
    tick: now(run),
    minutes: minutesOf(run, command),
    command,
    label: commandWords(command),
  });
  carryOut(run, command, onProgress);
  settle(run);
  // The case being closed, the incident itself goes on: what-if lines and the debrief need it as it stood.
  if (command.kind !== 'close' && !run.chart.legality.over) observeChart(run);
  markMove(run);
  return { ok: true };
}

/** A view already open costs nothing to open again. */
function minutesOf(run: Run, command: Command): number {
  if (command.kind === 'look' && isOpen(run, command.look)) return 0;
  return costOf(command);
}

export function isOpen(run: Run, look: Look): boolean {
  switch (look.view) {
    case 'lens':
      return run.desk.lensOpened.includes(lensKey(look));
    case 'changes':
      return run.desk.changesOpened;
    case 'tickets':
      return run.desk.ticketsOpened;
    case 'runbook':
      return run.desk.runbooksOpened.includes(look.id);
    default:
      return run.desk.panels.some((p) => p.id === panelId(look));
  }
}

export function panelId(look: Look): string {
  return JSON.stringify(look);
}

function whyNot(run: Run, command: Command): string | null {
  const { legality } = run.chart;
  if (run.desk.closed !== null) return 'The case is closed.';
  if (legality.over && command.kind !== 'close')
    return 'The shift is over. Close the case to see what became of it.';
  const name = command.kind === 'act' ? command.act.kind : command.kind;
  const forbidden = legality.over ? null : refusal(legality, name);
  if (forbidden !== null) return forbidden;
  if (
    run.scenario.clock === 'days' &&
    (command.kind === 'look' || command.kind === 'test') &&
    run.desk.looksToday >= LOOKS_PER_DAY &&
    minutesOf(run, command) > 0
  ) {
    return 'No looks left today. End the working day first.';
  }
  switch (command.kind) {
    case 'act':
      return checkAct(run, command.act);
    case 'undo': {
      const applied = run.pair.live.applied.find((a) => a.id === command.intervention);
      if (applied === undefined) return 'There is no such order.';
      if (applied.state !== 'under way' && applied.state !== 'in effect')
        return 'That order no longer stands.';
      return null;
    }
    case 'wait':
      if (!(command.minutes >= 1)) return 'Wait at least a minute.';
      return command.minutes > LONGEST_WAIT ? 'Waiting longer than a week is not a plan.' : null;
    case 'next-day':
      if (run.scenario.clock !== 'days') return 'This case runs by the minute: use wait.';
      return command.days >= 1 && command.days <= 14 ? null : 'Between one and fourteen days.';
    case 'hypothesise':
    case 'suspect':
    case 'confidence':
      return command.confidence >= 0 && command.confidence <= 100
        ? null
        : 'A confidence lies between 0 and 100.';
    case 'ask':
      return run.scenario.cast.some((c) => c.id === command.who)
        ? null
        : `There is nobody called ${command.who}.`;
    case 'look':
      return command.look.view === 'lens' && command.look.by.length > 2
        ? 'The lens cuts by at most two dimensions.'
        : null;
    default:
      return null;
  }
}

function carryOut(run: Run, command: Command, onProgress?: OnProgress): void {
  const { desk } = run;
  const start = now(run);
  const minutes = run.log.findLast((e) => e.kind === 'command')?.minutes ?? 0;
  switch (command.kind) {
    case 'look':
      advanceTo(run, start + minutes, undefined, onProgress);
      if (run.scenario.clock === 'days' && minutes > 0)
        run.desk = { ...run.desk, looksToday: run.desk.looksToday + 1 };
      open(run, command.look, command.predict ?? null);
      return;
    case 'test': {
      const price = TEST_PRICES[command.test.test];
      const id = `t${desk.tests.length}`;
      run.desk = {
        ...desk,
        tests: [
          ...desk.tests,
          {
            id,
            test: command.test,
            orderedTick: start,
            doneTick: start + price.cost + price.lag,
            predict: command.predict ?? null,
            result: null,
          },
        ],
        looksToday: desk.looksToday + (run.scenario.clock === 'days' ? 1 : 0),
        said: `${testWords(command.test)}: answer in ${price.cost + price.lag} minutes.`,
      };
      advanceTo(run, start + price.cost, undefined, onProgress);
      return;
    }
    case 'act': {
      const applied = order(run.pair.live, `o${run.pair.live.applied.length}`, command.act);
      run.desk = {
        ...desk,
        said: `Ordered: ${actWords(command.act)}. Complete in ${applied.effectTick - start} minutes.`,
      };
      advanceTo(run, start + minutes, undefined, onProgress);
      return;
    }
    case 'undo':
      advanceTo(run, start + minutes, undefined, onProgress);
      undo(run.pair.live, command.intervention);
      measure(run.pair);
      forgetLabels(run.observer);
      run.desk = { ...run.desk, said: 'Taken back.' };
      return;
    case 'declare':
      run.desk = {
        ...desk,
        radius: command.radius,
        radiusHistory: [...desk.radiusHistory, { tick: start, claim: command.radius }],
        said: `Declared: moved ${scopeWords(command.radius.reading)}; hurt now ${scopeWords(command.radius.hurtNow)}; hurt later ${scopeWords(command.radius.hurtLater)}.`,
      };
      return;
    case 'ask':
      ask(run, command.who, command.about);
      advanceTo(run, start + minutes, undefined, onProgress);
      return;
    case 'say':
      run.desk = {
        ...desk,
        notes: [...desk.notes, { tick: start, note: command.note }],
        said: `Note sent to ${command.note.audience}.`,
      };
      advanceTo(run, start + minutes, undefined, onProgress);
      return;
    case 'wait':
      advanceTo(
        run,
        start + Math.round(command.minutes),
        stopWhen(run, command.trigger),
        onProgress,
      );
      run.desk = { ...run.desk, said: `Waited ${now(run) - start} minutes.` };
      return;
    case 'next-day': {
      const target = (dayOf(start) + command.days) * MINUTES_PER_DAY + DAY_START;
      advanceTo(run, target, stopWhen(run, command.trigger), onProgress);
      run.desk = {
        ...run.desk,
        looksToday: 0,
        said: command.days === 1 ? 'The next morning.' : `${command.days} days later.`,
      };
      return;
    }
    case 'close':
      run.desk = {
        ...desk,
        closed: {
          tick: start,
          cause: command.cause,
          confidence: command.confidence,
          prevention: command.prevention,
        },
        said: 'Case closed.',
      };
      append(run, { kind: 'closed', tick: start, because: 'closed by the engineer' });
      return;
    case 'hypothesise':
    case 'suspect':
    case 'confidence':
    case 'link':
    case 'strike':
    case 'pin':
      run.desk = applyToBoard(run, command);
      return;
  }
}

function stopWhen(run: Run, trigger: WaitTrigger | undefined): (() => boolean) | undefined {
  if (trigger === undefined) return undefined;
  return () => {
    const reading = METRICS[trigger.metric].cuttable
      ? readScope(run.observer, trigger.metric, trigger.scope, 'all', now(run), 1)
      : readSystem(run.observer, trigger.metric, now(run));
    if (reading === null) return false;
    return trigger.op === 'above'
      ? reading.deviation > trigger.percentOfBaseline
      : reading.deviation < trigger.percentOfBaseline;
  };
}

function open(run: Run, look: Look, predict: { expect: 'up' | 'flat' | 'down' } | null): void {
  const { desk } = run;
  const tick = now(run);
  if (look.view === 'lens') {
    const key = lensKey(look);
    run.desk = {
      ...desk,
      lens: { metric: look.metric, by: look.by, surface: look.surface },
      lensOpened: desk.lensOpened.includes(key) ? desk.lensOpened : [...desk.lensOpened, key],
    };
    note(run, `lens:${key}`, look, lensOf(run).summary);
    return;
  }
  if (look.view === 'changes')
    run.desk = { ...desk, changesOpened: true, said: 'The change timeline is open.' };
  else if (look.view === 'tickets')
    run.desk = { ...desk, ticketsOpened: true, said: 'The ticket queue is open.' };
  else if (look.view === 'runbook')
    run.desk = {
      ...desk,
      runbooksOpened: [...new Set([...desk.runbooksOpened, look.id])],
      said: 'The runbook is open.',
    };
  else {
    const id = panelId(look);
    const known = desk.panels.find((p) => p.id === id);
    const panel = known ?? { id, look, test: null, openedTick: tick, predict };
    run.desk = { ...desk, panels: [panel, ...desk.panels.filter((p) => p.id !== id)] };
    const shown = panelOf(run, panel);
    // What is open already cannot be predicted any more.
    const answer = known === undefined ? answerOfPanel(predict, shown) : null;
    note(run, id, look, shown?.summary ?? '', answer);
    return;
  }
  note(run, look.view === 'runbook' ? `runbook:${look.id}` : look.view, look, run.desk.said);
}

function note(
  run: Run,
  panel: string,
  look: Look,
  summary: string,
  answer: PredictionAnswer | null = null,
): void {
  const tick = now(run);
  const reading = {
    id: `${panel}@${tick}`,
    panel,
    view: look.view,
    label: lookWords(look),
    tick,
    summary,
    answer,
  };
  run.desk = {
    ...run.desk,
    readings: [...run.desk.readings.filter((r) => r.id !== reading.id), reading],
    said: answer === null ? summary : `${summary} ${answerWords(answer)}`,
  };
  append(run, { kind: 'reading', tick, reading });
}

/** A question to a colleague. The answer comes when they get to it, or not at all. */
function ask(run: Run, who: string, about: string): void {
  const person = run.scenario.cast.find((c) => c.id === who);
  if (person === undefined) return;
  const topic = person.topics.find((t) => t.id === about);
  const tick = now(run);
  const answerTick = person.answersIn === null ? null : tick + person.answersIn;
  const text = topic?.label ?? about;
  run.desk = {
    ...run.desk,
    asked: [...run.desk.asked, { who, about, tick, answerTick }],
    messages: [
      ...run.desk.messages,
      { id: `m${run.desk.messages.length}`, from: who, tick, text, wants: false, own: true },
    ],
    said:
      answerTick === null
        ? `${person.name} is ${person.available}; nothing will come back soon.`
        : `Asked ${person.name}; an answer in about ${person.answersIn} minutes.`,
  };
}
