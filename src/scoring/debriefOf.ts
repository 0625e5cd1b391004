/** The debrief of a closed run: what was found out by re-running the world, put into the board's own shape. */
import { analyse, type Analysis } from '../analysis/analyse.ts';
import { recordingOf, writeRecording } from '../session/recording.ts';
import { dispatch } from '../session/dispatch.ts';
import { startRun } from '../session/replay.ts';
import { forkRun, type OnProgress, type Run } from '../session/run.ts';
import { bandsOf } from './bands.ts';
import type { Debrief } from './debrief.ts';
import { findingsOf } from './findingsOf.ts';
import { harmChartOf } from './harmChart.ts';
import { interviewOf } from './interview.ts';
import { movesOf } from './moves.ts';
import { judgePrinciples } from './principles/judge.ts';
import { radiusTruthOf } from './radiusTruth.ts';
import { swingOf } from './swing.ts';
import { verdictOf } from './verdict.ts';

const LIMITS =
  'Harm is what the simulator says these lines of play would have done to the same people; its weights are the author’s judgement and are stated in the guide. Principles are judged by rule from your log. No practitioner has validated these scores yet.';

/**
 * A slow incident is re-run in the small world: the same people's kind, a sixth of their number, the same commands. Its
 * curves are that world's, and the board says so.
 */
const SMALL =
  'This case runs for weeks: its lines were re-run in a world of two thousand people instead of twelve.';

export function debriefOf(run: Run, page: Run, onProgress?: OnProgress): Debrief {
  const slow = run.scenario.clock === 'days' && run.scenario.world.preset !== 'check';
  const analysis: Analysis = slow ? analyseSmall(run, onProgress) : analyse(run, page, onProgress);
  const findings = findingsOf(analysis, run);
  const { verdict, subline } = verdictOf(run, findings);
  return {
    title: run.scenario.title,
    callSign: run.scenario.callSign,
    seed: run.seed,
    verdict,
    subline,
    swing: swingOf(analysis),
    harm: harmChartOf(run, analysis),
    radius: radiusTruthOf(run, analysis),
    principles: judgePrinciples(run, findings),
    moves: movesOf(run),
    bands: bandsOf(run, findings),
    story: run.scenario.postmortem.story,
    interview: interviewOf(run, findings),
    replay: writeRecording(recordingOf(run)),
    limits: slow ? `${SMALL} ${LIMITS}` : LIMITS,
  };
}

function analyseSmall(run: Run, onProgress?: OnProgress): Analysis {
  const scenario = { ...run.scenario, world: { ...run.scenario.world, preset: 'check' as const } };
  const page = startRun(scenario, run.seed, (done, label) => onProgress?.(0.3 * done, label));
  const again = forkRun(page);
  for (const command of run.commands) dispatch(again, command);
  return analyse(again, page, (done, label) => onProgress?.(0.3 + 0.7 * done, label));
}
