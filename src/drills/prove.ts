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
import { recordTwin, type Stage } from '../analysis/stage.ts';
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

interface Played {
  readonly harm: number;
  /** Had it held for as long as it must before the case closes? */
  readonly recovered: boolean;
  readonly open: readonly string[];
}

type Play = (line: (page: Run, stage: Stage) => Line) => Played;

/** Plays lines from the page, and watches what recovery asks for. */
function playerOf(scenario: CompiledScenario, opened: Run): Play {
  const { recovery, world } = scenario;
  const recorder = recorderOf(scenario, opened.incident);
  const page: Run = { ...opened, incident: recorder.incident };
  const { stage } = recordTwin(page);
  return (line) => {
    emptied(recorder);
    const { curve, end } = line(page, stage);
    const at = recoveredAt(recorder, recovery.holdMinutes);
    return {
      harm: curve.total,
      recovered: at !== null && at <= world.pageTick + world.horizon,
      open: repairsOpen(end),
    };
  };
}

function playedOut(
  scenario: CompiledScenario,
  opened: Run,
): Pick<DrillProof, 'refuted' | 'harms' | 'reversalBest'> {
  const play = playerOf(scenario, opened);
  const nothing = play(nothingLine);
  const references = scenario.references.map((own) =>
    play((page, stage) => referenceLine(page, stage, own)),
  );
  const unwon = notWon(nothing, references);
  // Everything at once takes longest, and says nothing of a drill that is dropped.
  if (unwon.length > 0) return { refuted: unwon, harms: null, reversalBest: false };
  const harms = {
    nothing: nothing.harm,
    rollback: play(rollbackLine).harm,
    everything: play(everythingLine).harm,
    reference: Math.min(...references.map((r) => r.harm)),
  };
  const slack = AS_GOOD * (Math.max(harms.nothing, harms.rollback) - harms.reference);
  const isBest = (harm: number): boolean => harm <= harms.reference + slack;
  const reversalBest = isBest(harms.rollback);
  const refuted = [
    ...(reversalBest === (scenario.rollback === 'right')
      ? []
      : [
          `mix: going back is ${reversalBest ? 'as good as' : 'worse than'} the reference, and should be ${scenario.rollback}`,
        ]),
    ...(isBest(harms.everything) ? ['everything: is as good as knowing'] : []),
  ];
  return { refuted, harms, reversalBest };
}

function notWon(nothing: Played, references: readonly Played[]): string[] {
  const spared = nothing.harm - Math.min(...references.map((r) => r.harm));
  return [
    ...references.flatMap(({ recovered, open }) => [
      ...(recovered ? [] : ['reference: does not recover']),
      ...(open.length === 0 ? [] : [`reference: leaves undone ${open.join('; ')}`]),
    ]),
    ...(nothing.recovered && nothing.open.length === 0 ? ['nothing: wins'] : []),
    ...(spared < LEAST_SPARED ? [`nothing: loses only ${spared.toFixed(2)} million saves`] : []),
  ];
}
