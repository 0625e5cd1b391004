/** What each command does to the run; by now it has been found legal, and is in the log. */
import { dayOf, tickLabel, MINUTES_PER_DAY } from '../sim/clock.ts';
import { order, undo } from '../sim/orders.ts';
import { measure } from '../sim/pair.ts';
import { forgetLabels } from '../sim/telemetry/observer.ts';
import { advanceTo } from './advance.ts';
import { ask } from './ask.ts';
import { applyToBoard } from './board.ts';
import type { Command } from './commands.ts';
import { open } from './openLook.ts';
import { TEST_PRICES } from './prices.ts';
import { append, now, type OnProgress, type Run } from './run.ts';
import { stopWhen, waitedWords } from './trigger.ts';
import { actWords, scopeWords, testWords } from './words.ts';

/** What the next order will be called: robots’ orders are counted too. */
export const nextOrder = ({ pair }: Run): string => `o${pair.live.applied.length}`;

/** Start of a working day, minutes after midnight UTC. */
const DAY_START = 9 * 60;

export function carryOut(run: Run, command: Command, onProgress?: OnProgress): void {
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
        said: `${testWords(command.test)}: the answer comes at ${tickLabel(start + price.cost + price.lag)}.`,
      };
      advanceTo(run, start + price.cost, undefined, onProgress);
      return;
    }
    case 'act': {
      const applied = order(run.pair.live, nextOrder(run), command.act);
      run.desk = {
        ...desk,
        said: `Ordered: ${actWords(command.act)}. In effect at ${tickLabel(applied.effectTick)}.`,
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
      run.desk = {
        ...run.desk,
        said: waitedWords(now(run) - start, command.minutes, command.trigger),
      };
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
          struck: command.struck ?? null,
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
