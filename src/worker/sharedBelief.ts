/** What an incident's hypotheses foretell, and what lines of play cost under each: worked out by several threads. */
import { foretell, type Foretold } from '../analysis/belief/foretold.ts';
import { payoffsOf, weighedLines } from '../analysis/belief/payoff.ts';
import { runnable } from '../analysis/belief/signatures.ts';
import { readOf, SIGNATURE_SEEDS } from '../analysis/belief/trace.ts';
import { decisionViewOf, type DecisionView } from '../scoring/decisionView.ts';
import type { Run } from '../session/run.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { shareOut } from './shareOut.ts';

export async function foretellShared(
  run: Run,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<Foretold[]> {
  const { scenario } = run;
  const queries = readOf(run).map(({ metric, by, scope, surface, hours, tick }) => ({
    metric,
    by,
    scope,
    surface,
    hours,
    tick,
  }));
  const found = await shareOut(
    SIGNATURE_SEEDS,
    analysts,
    (analyst, seed) => analyst.ask('foretell', { scenario, seed, queries }),
    (seed) => foretell(scenario, seed, queries),
    'Every explanation, lived through',
    onProgress,
  );
  return found.flat();
}

export async function decideShared(
  run: Run,
  foretold: readonly Foretold[],
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<DecisionView> {
  const { scenario, seed } = run;
  const lines = weighedLines(run);
  const hypotheses = runnable(scenario).map((h) => h.id);
  const harms = await shareOut(
    hypotheses,
    analysts,
    (analyst, hypothesis) => analyst.ask('payoff', { scenario, hypothesis, seed, lines }),
    (hypothesis) => payoffsOf(scenario, hypothesis, seed, lines),
    'Every line of play, under every explanation',
    onProgress,
  );
  return decisionViewOf(run, foretold, new Map(hypotheses.map((id, k) => [id, harms[k]!])));
}
