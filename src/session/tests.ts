/** Tests: replays, shadows, a 1 % re-route, an audit of events. Each runs in the simulator when its time is up. */
import { normal, streamKey } from '../determinism/random.ts';
import { clientLog } from '../sim/data/clientLog.ts';
import { lineIndex } from '../sim/delivery/scope.ts';
import {
  evaluatePanel,
  V_IMPRESSIONS,
  V_NONFINITE,
  V_PREDICTED,
  V_REQUESTS,
  V_SAVES,
  VALUE_COUNT,
  type PanelValues,
} from '../sim/panel/evaluate.ts';
import { HOME, SURFACE_COUNT } from '../sim/presets.ts';
import { QUOTAS, withoutSources } from '../sim/serving/sources/quotas.ts';
import type { Swap } from '../sim/serving/serve.ts';
import { metricError } from '../sim/telemetry/quantities.ts';
import { isInside, membership } from '../sim/telemetry/observer.ts';
import { GENERATORS } from '../sim/interventions.ts';
import type { Scope } from '../sim/segments.ts';
import type { Test } from './commands.ts';
import type { RunningTest, TestResult } from './desk.ts';
import { answerOfTest } from './prediction.ts';
import { append, now, type Run } from './run.ts';
import { scopeWords, testWords } from './words.ts';

/** Requests a replay draws. */
const REPLAY_REQUESTS = 500;

export function finishTest(run: Run, running: RunningTest): void {
  const result = outcome(run, running);
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
  }
}

/** The part of the pipeline a replay exchanges. */
function swapOf(run: Run, test: Extract<Test, { test: 'replay' }>): Swap {
  switch (test.swap) {
    case 'model':
      return { line: lineIndex(run.pair.live, test.to) };
    case 'history':
      return { historyCap: Number(test.to) };
    case 'generator': {
      const source = GENERATORS.find((id) => id === test.to);
      return { quotas: withoutSources(QUOTAS[HOME]!, source === undefined ? [] : [source]) };
    }
    case 'popularity':
      return { quotas: QUOTAS[HOME]! };
  }
}

interface Totals {
  saves: number;
  requests: number;
  predicted: number;
  nonFinite: number;
  impressions: number;
}

function membersIn(run: Run, scope: Scope): number[] {
  const inside = membership(run.observer, scope, now(run));
  const members: number[] = [];
  for (let m = 0; m < run.pair.panel.person.length && members.length < REPLAY_REQUESTS; m++)
    if (isInside(inside, m)) members.push(m);
  return members;
}

function difference(
  run: Run,
  members: readonly number[],
  a: PanelValues,
  b: PanelValues,
): { percent: number; error: number; a: Totals; b: Totals } {
  const { weight } = run.pair.panel;
  const sum = (v: PanelValues): Totals => {
    const t: Totals = { saves: 0, requests: 0, predicted: 0, nonFinite: 0, impressions: 0 };
    for (const m of members) {
      for (let s = 0; s < SURFACE_COUNT; s++) {
        const at = (m * SURFACE_COUNT + s) * VALUE_COUNT;
        t.saves += weight[m]! * v.values[at + V_SAVES]!;
        t.requests += weight[m]! * v.values[at + V_REQUESTS]!;
        t.predicted += weight[m]! * v.values[at + V_PREDICTED]!;
        t.nonFinite += weight[m]! * v.values[at + V_NONFINITE]!;
        t.impressions += weight[m]! * v.values[at + V_IMPRESSIONS]!;
      }
    }
    return t;
  };
  const ta = sum(a);
  const tb = sum(b);
  // Paired by request: the error is that of the mean difference.
  let squares = 0;
  const mean = (tb.saves - ta.saves) / Math.max(1, members.length);
  for (const m of members) {
    let d = 0;
    for (let s = 0; s < SURFACE_COUNT; s++) {
      const at = (m * SURFACE_COUNT + s) * VALUE_COUNT + V_SAVES;
      d += weight[m]! * (b.values[at]! - a.values[at]!);
    }
    squares += (d - mean) * (d - mean);
  }
  const error = (100 * Math.sqrt(squares)) / Math.max(1e-9, ta.saves);
  return { percent: 100 * (tb.saves / ta.saves - 1), error, a: ta, b: tb };
}

function percent(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)} %`;
}

function tooFew(title: string, scope: string): TestResult {
  return {
    title,
    summary: `Nobody in ${scope} made a request that could be replayed.`,
    columns: [],
    rows: [],
    marked: [],
    figure: null,
  };
}

function replay(run: Run, test: Extract<Test, { test: 'replay' }>): TestResult {
  const title = `Replay: ${test.swap} → ${test.to}`;
  const members = membersIn(run, test.scope);
  if (members.length === 0) return tooFew(title, scopeWords(test.scope));
  const chosen = new Set(members);
  const { live } = run.pair;
  const as = evaluatePanel(live, run.pair.panel, (m) => chosen.has(m));
  const swapped = evaluatePanel(live, run.pair.panel, (m) => chosen.has(m), swapOf(run, test));
  const d = difference(run, members, as, swapped);
  const clear = Math.abs(d.percent) > 2 * d.error;
  return {
    title,
    summary: `${members.length} recent requests of ${scopeWords(test.scope)}, served again with ${test.swap} → ${test.to}: expected saves ${percent(d.percent)} ± ${d.error.toFixed(1)}. ${clear ? 'The stage you swapped makes the difference.' : 'Swapping it changes nothing that can be told from noise.'}`,
    columns: ['', 'as served', 'swapped', 'change'],
    rows: [
      [
        'expected saves per 100 requests',
        (100 * (d.a.saves / d.a.requests)).toFixed(1),
        (100 * (d.b.saves / d.b.requests)).toFixed(1),
        `${percent(d.percent)} ± ${d.error.toFixed(1)}`,
      ],
      [
        'requests with a lost score',
        share(d.a.nonFinite, d.a.requests),
        share(d.b.nonFinite, d.b.requests),
        '',
      ],
    ],
    marked: clear ? [0] : [],
    figure: { value: d.percent, error: d.error },
  };
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1e-9, whole)).toFixed(1)} %`;
}

function shadow(run: Run, test: Extract<Test, { test: 'shadow' }>): TestResult {
  const title = `Shadow: ${test.a} beside ${test.b}`;
  const members = membersIn(run, test.scope);
  if (members.length === 0) return tooFew(title, scopeWords(test.scope));
  const chosen = new Set(members);
  const { live, panel } = run.pair;
  const a = evaluatePanel(live, panel, (m) => chosen.has(m), { line: lineIndex(live, test.a) });
  const b = evaluatePanel(live, panel, (m) => chosen.has(m), { line: lineIndex(live, test.b) });
  const d = difference(run, members, a, b);
  const stated = 100 * (d.b.predicted / d.b.impressions / (d.a.predicted / d.a.impressions) - 1);
  return {
    title,
    summary: `On the same ${members.length} requests, ${test.b} states ${percent(stated)} saves per slot against ${test.a}; lost scores ${share(d.a.nonFinite, d.a.requests)} and ${share(d.b.nonFinite, d.b.requests)}. Scores only: nobody was served.`,
    columns: ['', test.a, test.b],
    rows: [
      [
        'stated save probability per slot',
        share(d.a.predicted, d.a.impressions),
        share(d.b.predicted, d.b.impressions),
      ],
      [
        'requests with a lost score',
        share(d.a.nonFinite, d.a.requests),
        share(d.b.nonFinite, d.b.requests),
      ],
    ],
    marked: Math.abs(d.a.nonFinite - d.b.nonFinite) > 0.01 * d.a.requests ? [1] : [],
    figure: null,
  };
}

function reroute(run: Run, test: Extract<Test, { test: 'reroute' }>): TestResult {
  const title = `Re-route 1 % to ${test.to}`;
  const inside = membership(run.observer, test.scope, now(run));
  const { live, panel } = run.pair;
  const members: number[] = [];
  let sessions = 0;
  for (let m = 0; m < panel.person.length; m++) {
    if (!isInside(inside, m)) continue;
    members.push(m);
    sessions += panel.share[m]!;
  }
  if (members.length === 0) return tooFew(title, scopeWords(test.scope));
  const chosen = new Set(members);
  const as = evaluatePanel(live, panel, (m) => chosen.has(m));
  const other = evaluatePanel(live, panel, (m) => chosen.has(m), {
    line: lineIndex(live, test.to),
  });
  const d = difference(run, members, as, other);
  // Real behaviour of one per cent for half an hour: the interval is that of so small a share.
  const error = metricError('save_rate', 0.01 * sessions, 0.5);
  const seen = d.percent + error * normal(streamKey(run.seed, 'reroute'), now(run), members.length);
  return {
    title,
    summary: `One per cent of ${scopeWords(test.scope)} on ${test.to} for half an hour: save rate ${percent(seen)} ± ${error.toFixed(1)} against the rest of them.`,
    columns: ['', 'change', 'interval (95 %)'],
    rows: [
      [
        'save rate',
        percent(seen),
        `${percent(seen - 1.96 * error)} … ${percent(seen + 1.96 * error)}`,
      ],
    ],
    marked: Math.abs(seen) > 1.96 * error ? [0] : [],
    figure: { value: seen, error },
  };
}

function audit(run: Run, build: string): TestResult {
  const { live } = run.pair;
  const index = live.spec.setup.builds.findIndex((b) => b.build === build);
  const log = clientLog(live, index, now(run));
  const impressions = 100 * (1 + log.impressionExtra - log.impressionLoss);
  const saves = 100 * (1 + log.saveExtra - log.saveLoss);
  const off = Math.abs(impressions - 100) > 1 || Math.abs(saves - 100) > 1;
  return {
    title: `Event audit: ${build}`,
    summary: `A scripted session on ${build}: per 100 tiles shown ${impressions.toFixed(0)} impression events arrived, per 100 saves ${saves.toFixed(0)} save events.${off ? '' : ' Every event once.'}`,
    columns: ['event', 'emitted by the script', 'arrived in the log'],
    rows: [
      ['impression', '100', impressions.toFixed(0)],
      ['save', '100', saves.toFixed(0)],
    ],
    marked: [
      ...(Math.abs(impressions - 100) > 1 ? [0] : []),
      ...(Math.abs(saves - 100) > 1 ? [1] : []),
    ],
    // A harness counts; it does not sample.
    figure: { value: impressions - 100, error: 0 },
  };
}
