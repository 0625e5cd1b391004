/** The analysis of a run, as this engine computes it. */
import type { CompiledScenario } from '../../../src/scenario/compiled.ts';
import { debriefOf } from '../../../src/scoring/debriefOf.ts';
import { decisionOf } from '../../../src/scoring/decisions.ts';
import type { Command } from '../../../src/session/commands.ts';
import { playThrough, startRun } from '../../../src/session/replay.ts';
import { analysisHashes } from '../../golden/analysed.ts';

interface Asked {
  readonly scenario: CompiledScenario;
  readonly commands: readonly Command[];
}

addEventListener('message', ({ data: { scenario, commands } }: MessageEvent<Asked>) => {
  postMessage(analysisHashes({ debriefOf, decisionOf, playThrough, startRun }, scenario, commands));
});
