/** Tests: replays, shadows, a 1 % re-route, audits and searches. Each runs in the simulator when its time is up. */
import type { RunningTest, TestResult } from './desk.ts';
import { answerOfTest } from './prediction.ts';
import { append, now, type Run } from './run.ts';
import { audit } from './tests/auditTest.ts';
import { effects } from './tests/effectsTest.ts';
import { golden } from './tests/goldenTest.ts';
import { labelDiff } from './tests/labelDiffTest.ts';
import { parity } from './tests/parityTest.ts';
import { replay } from './tests/replayTest.ts';
import { reroute } from './tests/rerouteTest.ts';
import { shadow } from './tests/shadowTest.ts';
import { similar } from './tests/similarTest.ts';
import { isFelt } from './latestChange.ts';
import { actWords, testWords } from './words.ts';

export function finishTest(run: Run, running: RunningTest): void {
  const found = outcome(run, running);
  const result = { ...found, summary: found.summary + meanwhile(run, running) };
  run.desk = {
    ...run.desk,
    tests: run.desk.tests.map((t) => (t.id === running.id ? { ...t, result } : t)),
    panels: [
      {
        id: running.id,
        look: null,
        test: running.test,
        openedTick: now(run),
        predict: running.predict,
      },
      ...run.desk.panels,
    ],
    readings: [
      ...run.desk.readings,
      {
        id: `${running.id}@${now(run)}`,
        panel: running.id,
        view: `test ${running.test.test}`,
        label: testWords(running.test),
        tick: now(run),
        summary: result.summary,
        answer: answerOfTest(running, result),
      },
    ],
    said: result.summary,
  };
  append(run, { kind: 'test', tick: now(run), test: running.id, summary: result.summary });
}

/** Orders that took effect while a test ran: it read the world as they left it. */
function meanwhile(run: Run, { orderedTick }: RunningTest): string {
  const changes = run.pair.live.applied.filter(
    ({ spec, state, effectTick }) =>
      state === 'in effect' && effectTick > orderedTick && isFelt(spec.kind),
  );
  return changes.length === 0
    ? ''
    : ` While it ran, this took effect: ${changes.map(({ spec }) => actWords(spec)).join('; ')}.`;
}

function outcome(run: Run, running: RunningTest): TestResult {
  const { test } = running;
  switch (test.test) {
    case 'replay':
      return replay(run, test);
    case 'shadow':
      return shadow(run, test);
    case 'reroute':
      return reroute(run, test);
    case 'event-audit':
      return audit(run, test.build);
    case 'golden':
      return golden(run, test.version);
    case 'parity':
      return parity(run, test.scope);
    case 'label-diff':
      return labelDiff(run, test);
    case 'similar':
      return similar(run, test);
    case 'effects':
      return effects(run, test);
  }
}
