/**
 * Is a drill fair? It is lived through once, in the very world in which it is played: by every line of play its mix makes a
 * claim about, and by each of its explanations to the page. What is refuted is dropped; there are more where it came from.
 */
import {
  everythingLine,
  nothingLine,
  referenceLine,
  rollbackLine,
  type Line,
} from '../analysis/lines.ts';
import { repairsOpen } from '../analysis/remedies.ts';
import { recordTwin } from '../analysis/stage.ts';
import { AS_GOOD, nearestOf } from '../proof/balance.ts';
import { untold } from '../proof/givenAway.ts';
import { expectationsIn } from '../proof/measure/expectations.ts';
import { emptied, recorderOf, recoveredAt } from '../proof/measure/recorder.ts';
import { readable } from '../proof/texts.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { readRule, rings } from '../session/ruleReading.ts';
import { forkRun, type Run } from '../session/run.ts';
import { loadDrill } from './loadDrill.ts';
import type { DrillName } from './nameFormat.ts';
import { planOf, type FamilyId, type Newest } from './plan.ts';
import { notToldApart } from './toldApart.ts';
import { warmed } from './warmed.ts';

export interface DrillProof {
  readonly id: string;
  readonly family: FamilyId;
  readonly newest: Newest;
  readonly callSign: string;
  readonly headline: string;
  /** What speaks against it, in words; none: it is proven. */
  readonly refuted: readonly string[];
  /** Millions of saves lost from the page to the end of the case, by line of play; null where it did not come to that. */
  readonly harms: {
    readonly nothing: number;
    readonly rollback: number;
    readonly everything: number;
    readonly reference: number;
  } | null;
  /** Is taking the newest ranker back as good as anything known? */
  readonly reversalBest: boolean;
}

/** Least harm that the reference must spare, millions of saves. */
const LEAST_SPARED = 0.1;

/** Lives through a drill. Throws what `createWorld` throws. */
export function proveDrill(name: DrillName): DrillProof {
  const { id, family, newest } = planOf(name);
  const { scenario, diagnostics } = loadDrill(name);
  const told = { id, family, newest };
  if (scenario === null || diagnostics.length > 0)
    return {
      ...told,
      callSign: '',
      headline: '',
      refuted: diagnostics.map((d) => `lint: ${d.path} ${d.found}`),
      harms: null,
      reversalBest: false,
    };
  // The chart has two shapes for all drills, and is not explored anew for each.
  const still = [untold(scenario), readable(scenario)].flatMap(({ verdict, witness }) =>
    verdict === 'proven' ? [] : [`texts: ${witness}`],
  );
  const near =
    nearestOf(scenario) === newest ? [] : [`mix: the nearest change is ${nearestOf(scenario)}`];
  const { page, fewer, explained } = warmed(scenario, scenario.defaultSeed);
  const early = [
    ...still,
    ...near,
    ...silent(page),
    ...expectationsIn(forkRun(page)).flatMap(({ id: which, deviation, holds }) =>
      holds ? [] : [`${which}: read ${deviation?.toFixed(1) ?? 'nothing'} %`],
    ),
    ...notToldApart(page, explained).map((rival) => `alike: ${rival} reads as the truth does`),
  ];
  const shown = { ...told, callSign: scenario.callSign, headline: scenario.page.shippedHeadline };
  // A line of play costs as much as all of the above: nobody needs it of a drill that is dropped.
  if (early.length > 0) return { ...shown, refuted: early, harms: null, reversalBest: false };
  return { ...shown, ...playedOut(scenario, fewer) };
}

function silent(page: Run): string[] {
  const { rule } = page.scenario.page;
  const reading = readRule(page.observer, rule, page.scenario.world.pageTick);
  return reading !== null && rings(rule, reading)
    ? []
    : [`page: reads ${reading?.deviation.toFixed(1) ?? 'nothing'} % and does not ring`];
}

function playedOut(
  scenario: CompiledScenario,
  opened: Run,
): Pick<DrillProof, 'refuted' | 'harms' | 'reversalBest'> {
  const recorder = recorderOf(scenario, opened.incident);
  const page: Run = { ...opened, incident: recorder.incident };
  const { stage } = recordTwin(page);
  const { pageTick, horizon } = scenario.world;
  const refuted: string[] = [];
  const played = (
    play: () => Line,
  ): { harm: number; recovered: boolean; open: readonly string[] } => {
    emptied(recorder);
    const { curve, end } = play();
    const at = recoveredAt(recorder, scenario.recovery.holdMinutes);
    return {
      harm: curve.total,
      recovered: at !== null && at <= pageTick + horizon,
      open: repairsOpen(end),
    };
  };
  const nothing = played(() => nothingLine(page, stage));
  const rollback = played(() => rollbackLine(page, stage));
  const everything = played(() => everythingLine(page, stage));
  const references = scenario.references.map((line) =>
    played(() => referenceLine(page, stage, line)),
  );
  const best = Math.min(...references.map((r) => r.harm));
  for (const { recovered, open } of references) {
    if (!recovered) refuted.push('reference: does not recover');
    if (open.length > 0) refuted.push(`reference: leaves undone ${open.join('; ')}`);
  }
  if (nothing.recovered && nothing.open.length === 0) refuted.push('nothing: wins');
  const spared = nothing.harm - best;
  if (spared < LEAST_SPARED) refuted.push(`nothing: loses only ${spared.toFixed(2)} million saves`);
  const slack = AS_GOOD * Math.max(0, Math.max(nothing.harm, rollback.harm) - best);
  const isBest = (harm: number): boolean => harm <= best + slack;
  const reversalBest = isBest(rollback.harm);
  if (reversalBest !== (scenario.rollback === 'right'))
    refuted.push(
      `mix: going back is ${reversalBest ? 'as good as' : 'worse than'} the reference, and should be ${scenario.rollback}`,
    );
  if (isBest(everything.harm)) refuted.push('everything: is as good as knowing');
  return {
    refuted,
    harms: {
      nothing: nothing.harm,
      rollback: rollback.harm,
      everything: everything.harm,
      reference: best,
    },
    reversalBest,
  };
}
