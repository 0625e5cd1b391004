/** The side that analyses: an analyst behind messages, the same in the page's worker and in tests. */
import { createForetell } from '../analysis/belief/foretold.ts';
import { branchCurves } from '../analysis/branches.ts';
import { idleRings, tryOut } from '../analysis/prevention/tryOut.ts';
import { createAnalyst, type Analyst } from '../analysis/analyst.ts';
import { createOutlooks } from '../analysis/marks/outlooks.ts';
import { analysedWorld, debriefFrom } from '../scoring/debriefOf.ts';
import { createGhosts } from '../scoring/ghosts.ts';
import type { Run } from '../session/run.ts';
import { restoreRun, snapshotOf } from '../session/snapshot.ts';
import type { AnalystRequest, AnalystResponse } from './analystProtocol.ts';

interface Opened {
  /** As it was played; a slow run is analysed in a smaller world. */
  readonly played: Run;
  readonly analyst: Analyst;
  /** In the world of the analysis. */
  readonly run: Run;
  readonly page: Run;
  readonly ghost: ReturnType<typeof createGhosts>;
}

export function createAnalystHost(
  post: (response: AnalystResponse) => void,
): (request: AnalystRequest) => void {
  let opened: Opened | null = null;
  const foretell = createForetell();
  const outlooks = createOutlooks();

  const need = (): Opened => {
    if (opened === null) throw new Error('The analyst has no run.');
    return opened;
  };

  const answer = (request: AnalystRequest): unknown => {
    const onPart = (done: number, label = ''): void =>
      post({ id: request.id, type: 'progress', done, label });
    switch (request.type) {
      case 'open': {
        const played = restoreRun(request.body.run);
        const { run, page } = analysedWorld(played, restoreRun(request.body.page), onPart);
        opened = {
          played,
          run,
          page,
          analyst: createAnalyst(run, page),
          ghost: createGhosts(page),
        };
        return run === played ? null : { run: snapshotOf(run), page: snapshotOf(page) };
      }
      case 'record':
        return need().analyst.record();
      case 'hold':
        need().analyst.hold(request.body);
        return null;
      case 'play':
        return need().analyst.play(request.body);
      case 'branch':
        return branchCurves(need().run, need().page, request.body, onPart);
      case 'ghost':
        return need().ghost(request.body, onPart);
      case 'foretell': {
        const { scenario, seed, queries } = request.body;
        return foretell(scenario, seed, queries);
      }
      case 'try-out': {
        const { scenario, seed, id } = request.body;
        return tryOut(scenario, seed, id);
      }
      case 'idle-rings':
        return idleRings(request.body.scenario, request.body.seed);
      case 'outlook':
        return outlooks(request.body);
      case 'conclude': {
        const { played, analyst } = need();
        return debriefFrom(played, analyst.conclude(request.body));
      }
    }
  };

  return (request) => {
    const { id } = request;
    try {
      post({ id, type: 'answer', body: answer(request) });
    } catch (error) {
      post({ id, type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
}
