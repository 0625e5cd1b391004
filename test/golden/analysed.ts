/**
 * A closed run whose analysis is on record: the debrief whole, and every mark. Two explanations, one line and a quarter of a day
 * each, so that an engine is through in seconds.
 */
import { Hasher } from '../../src/determinism/hash.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { debriefOf } from '../../src/scoring/debriefOf.ts';
import type { decisionOf } from '../../src/scoring/decisions.ts';
import type { Command } from '../../src/session/commands.ts';
import type { playThrough, startRun } from '../../src/session/replay.ts';

/** What a run is analysed with: in Node as bundled, in a browser as its page has it. */
export interface Analysing {
  readonly startRun: typeof startRun;
  readonly playThrough: typeof playThrough;
  readonly debriefOf: typeof debriefOf;
  readonly decisionOf: typeof decisionOf;
}

export interface AnalysisHashes {
  readonly debrief: string;
  readonly marks: string;
}

const SEED = 'ash';
const FEW = new Set(['short-memory', 'nothing-wrong']);
const HARM_MINUTES = 360;

/** Of the first incident, with its page in the first weeks. */
export function fewOf(scenario: CompiledScenario): CompiledScenario {
  const { hypotheses, references, world } = scenario;
  return {
    ...scenario,
    hypotheses: hypotheses.filter((h) => FEW.has(h.id)),
    references: references.slice(0, 1),
    wrong: [],
    world: { ...world, harmHorizon: HARM_MINUTES },
  };
}

export function analysisHashes(
  { startRun, playThrough, debriefOf, decisionOf }: Analysing,
  scenario: CompiledScenario,
  commands: readonly Command[],
): AnalysisHashes {
  const run = playThrough(scenario, SEED, commands);
  const hash = (view: unknown): string => new Hasher().string(JSON.stringify(view)).digest();
  return { debrief: hash(debriefOf(run, startRun(scenario, SEED))), marks: hash(decisionOf(run)) };
}
