/** The view: everything a page, a terminal or a headless player sees, from the run as it stands. */
import { tickLabel } from '../sim/clock.ts';
import { appliedOf } from './appliedView.ts';
import { axisOf } from './axis.ts';
import { boardOf } from './boardView.ts';
import {
  castOf,
  changesOf,
  chatOf,
  closingOf,
  offersOf,
  runbooksOf,
  ticketsOf,
} from './drawersView.ts';
import { handoverOf } from './handoverView.ts';
import { boardsOfGauges } from './gaugesView.ts';
import { LOOKS_PER_DAY } from './legality.ts';
import { pageWords } from './headline.ts';
import { ideasOf } from './ideasView.ts';
import { lensOf } from './lens.ts';
import { menuOf } from './menu.ts';
import { notesOf } from './notesView.ts';
import { panelOf } from './panels/panel.ts';
import { pendingOf } from './pendingView.ts';
import { pipelineOf } from './pipeline.ts';
import { radiusOf } from './radiusView.ts';
import type { Run } from './run.ts';
import { stripOf } from './strip.ts';
import type { Phase, View } from './view.ts';

/** Panels kept live; older ones can be opened again at no cost. */
const LIVE_PANELS = 9;

/** What each part of the view is made of; `view`: the parts that another part rests on. */
const PARTS: { readonly [P in keyof View]: (run: Run, view: View) => View[P] } = {
  callSign: ({ scenario }) => scenario.callSign,
  clock: ({ scenario }) => scenario.clock,
  now: clockOf,
  phase: phaseOf,
  page: (run) => ({
    atLabel: tickLabel(run.scenario.world.pageTick),
    ...pageWords(run),
    reads: run.scenario.page.reads,
    cannotSay: run.scenario.page.cannotSay,
  }),
  handover: handoverOf,
  strip: stripOf,
  radius: radiusOf,
  lens: lensOf,
  pipeline: (run, view) => pipelineOf(run, view.strip),
  boards: boardsOfGauges,
  ideas: ideasOf,
  panels: (run) => run.desk.panels.slice(0, LIVE_PANELS).flatMap((p) => panelOf(run, p) ?? []),
  menu: menuOf,
  pending: pendingOf,
  axis: axisOf,
  chat: chatOf,
  cast: castOf,
  changes: changesOf,
  tickets: ticketsOf,
  runbooks: runbooksOf,
  board: boardOf,
  notes: notesOf,
  offers: offersOf,
  applied: appliedOf,
  closing: closingOf,
  said: (run) => run.refusal ?? run.desk.said,
};
const PART_NAMES = Object.keys(PARTS) as readonly (keyof View)[];

/** Everything, made now. */
export function viewOf(run: Run): View {
  return { ...sightOf(run) };
}

/**
 * The same, each part made when it is first looked at, for a player who looks at few of them: the health strip of the
 * slow clock alone takes seconds. It shows the run as it stands and is to be dropped with the next command.
 */
export function sightOf(run: Run): View {
  const made: Partial<View> = {};
  const view = made as View;
  for (const part of PART_NAMES)
    Object.defineProperty(made, part, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = PARTS[part](run, view);
        Object.defineProperty(made, part, { value, enumerable: true });
        return value;
      },
    });
  return view;
}

function clockOf({ desk, scenario, pair }: Run): View['now'] {
  const { tick } = pair.live;
  return {
    tick,
    label: tickLabel(tick),
    minutesSincePage: tick - scenario.world.pageTick,
    looksLeft: scenario.clock === 'days' ? Math.max(0, LOOKS_PER_DAY - desk.looksToday) : null,
  };
}

const PHASE_OF = {
  paged: 'page',
  scoping: 'scope',
  reasoning: 'reason',
  acting: 'act',
  verifying: 'verify',
  explaining: 'explain',
  closed: 'closed',
} as const;

function phaseOf(run: Run): Phase {
  return run.desk.closed !== null ? 'closed' : PHASE_OF[run.chart.state.response];
}
