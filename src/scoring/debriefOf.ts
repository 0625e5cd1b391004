/** The debrief of a closed run: what was found out by re-running the world, put into the board's own shape. */
import { analyse } from '../analysis/analyse.ts';
import { isTraceable } from '../analysis/belief/trace.ts';
import type { Analysis } from '../analysis/conclusion.ts';
import { inWorld } from '../scenario/inWorld.ts';
import { recordingOf, writeRecording } from '../session/recording.ts';
import { dispatch } from '../session/dispatch.ts';
import { startRun } from '../session/replay.ts';
import { forkRun, type OnProgress, type Run } from '../session/run.ts';
import { bandsOf } from './bands.ts';
import type { Debrief } from './debrief.ts';
import { detectionsOf, noticedWords } from './detections.ts';
import { draftViewOf } from './draftView.ts';
import { findingsOf } from './findingsOf.ts';
import { harmChartOf } from './harmChart.ts';
import { interviewOf } from './interview.ts';
import { inheritedView } from './inheritedView.ts';
import { movesOf } from './moves.ts';
import { ownPart } from './ownPart.ts';
import { judgePrinciples } from './principles/judge.ts';
import { radiusTruthOf } from './radiusTruth.ts';
import { recordOf } from './runRecord.ts';
import { untriedOf } from './preventionView.ts';
import { swingOf } from './swing.ts';
import { isRinging } from '../session/ruleReading.ts';
import { verdictOf } from './verdict.ts';

const LIMITS =
  'Harm is what the simulator says these lines of play would have done to the same people; its weights are a judgement; with any of them halved or doubled scripted players come out in nearly the same order. Principles are judged by rule from your log. No practitioner has validated these scores yet.';

/**
 * A slow incident is re-run in the small world: the same people's kind, a sixth of their number, the same commands. Its
 * curves are that world's, and the board says so.
 */
const SMALL =
  'This case runs for weeks: its lines were re-run in a world of two thousand people instead of twelve.';

/** Analyses and tells, in this thread. */
export function debriefOf(run: Run, page: Run, onProgress?: OnProgress): Debrief {
  const world = analysedWorld(run, page, (done, label) => onProgress?.(0.3 * done, label));
  const from = world.run === run ? 0 : 0.3;
  const analysis = analyse(world.run, world.page, (done, label) =>
    onProgress?.(from + (1 - from) * done, label),
  );
  return debriefFrom(run, analysis);
}

export interface AnalysedWorld {
  readonly run: Run;
  readonly page: Run;
}

/** The run in the world its lines are run in: as it is, or, where it takes weeks, played again in the small one. */
export function analysedWorld(run: Run, page: Run, onProgress?: OnProgress): AnalysedWorld {
  if (!isSlow(run)) return { run, page };
  const smallPage = startRun(inWorld(run.scenario, 'check'), run.seed, onProgress);
  const again = forkRun(smallPage);
  for (const command of run.commands) dispatch(again, command);
  return { run: again, page: smallPage };
}

function isSlow(run: Run): boolean {
  return run.scenario.clock === 'days' && run.scenario.world.preset !== 'check';
}

/** `played`: as it was, whatever world its analysis comes from. */
export function debriefFrom(played: Run, analysis: Analysis): Debrief {
  const run = ownPart(played);
  const findings = findingsOf(analysis);
  const { verdict, subline } = verdictOf(run, findings);
  const draft = draftViewOf(run);
  return {
    title: run.scenario.title,
    callSign: run.scenario.callSign,
    seed: run.seed,
    verdict,
    subline,
    swing: swingOf(analysis, run, isRinging(run)),
    harm: harmChartOf(run, analysis),
    radius: radiusTruthOf(run, analysis),
    principles: judgePrinciples(run, findings),
    inherited: inheritedView(run),
    moves: movesOf(run),
    bands: bandsOf(run, findings),
    noticed: noticedWords(detectionsOf(run)),
    ...(draft === undefined ? {} : { draft }),
    untried: untriedOf(run),
    story: run.scenario.postmortem.story,
    interview: interviewOf(run, findings),
    replay: writeRecording(recordingOf(run)),
    traceable: isTraceable(run),
    record: recordOf(run, findings),
    limits: isSlow(run) ? `${SMALL} ${LIMITS}` : LIMITS,
  };
}
