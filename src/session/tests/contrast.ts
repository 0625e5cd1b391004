/** The same members served in two ways, and how far the two are apart. */
import {
  type PanelValues,
  V_IMPRESSIONS,
  V_NONFINITE,
  V_PREDICTED,
  V_REQUESTS,
  V_SAVES,
  VALUE_COUNT,
} from '../../sim/panel/evaluate.ts';
import { SURFACE_COUNT } from '../../sim/presets.ts';
import type { Scope } from '../../sim/segments.ts';
import { isInside, membership } from '../../sim/telemetry/observer.ts';
import type { TestResult } from '../desk.ts';
import { now, type Run } from '../run.ts';

/** Requests a replay draws. */
const REPLAY_REQUESTS = 500;

interface Totals {
  saves: number;
  requests: number;
  predicted: number;
  nonFinite: number;
  impressions: number;
}

export function membersIn(run: Run, scope: Scope): number[] {
  const inside = membership(run.observer, scope, now(run));
  const members: number[] = [];
  for (let m = 0; m < run.pair.panel.person.length && members.length < REPLAY_REQUESTS; m++)
    if (isInside(inside, m)) members.push(m);
  return members;
}

export function difference(
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

export function tooFew(title: string, scope: string): TestResult {
  return {
    title,
    summary: `Nobody in ${scope} made a request that could be replayed.`,
    columns: [],
    rows: [],
    marked: [],
    figure: null,
  };
}

export function percent(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)} %`;
}

export function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1e-9, whole)).toFixed(1)} %`;
}
