/** The view: everything a page, a terminal or a headless player sees, from the run as it stands. */
import { tickLabel } from '../sim/clock.ts';
import { momentLabel } from './dayWords.ts';
import { axisOf } from './axis.ts';
import { boardOf } from './boardView.ts';
import { boardsOfGauges } from './gaugesView.ts';
import { LOOKS_PER_DAY } from './legality.ts';
import { pageWords } from './headline.ts';
import { ideasOf } from './ideasView.ts';
import { lensOf } from './lens.ts';
import { menuOf } from './menu.ts';
import { notesOf, openPoints } from './notesView.ts';
import { panelOf } from './panels/panel.ts';
import { pendingOf } from './pendingView.ts';
import { pipelineOf } from './pipeline.ts';
import { LOOK_PRICES } from './prices.ts';
import { radiusOf } from './radiusView.ts';
import { now, type Run } from './run.ts';
import { stripOf } from './strip.ts';
import type { Phase, View } from './view.ts';
import { actWords } from './words.ts';

/** Panels kept live; older ones can be opened again at no cost. */
const LIVE_PANELS = 9;

export function viewOf(run: Run): View {
  const { desk, scenario, pair } = run;
  const tick = now(run);
  const { pageTick } = scenario.world;
  const strip = stripOf(run);
  return {
    callSign: scenario.callSign,
    clock: scenario.clock,
    now: {
      tick,
      label: tickLabel(tick),
      minutesSincePage: tick - pageTick,
      looksLeft: scenario.clock === 'days' ? Math.max(0, LOOKS_PER_DAY - desk.looksToday) : null,
    },
    phase: phaseOf(run),
    page: {
      atLabel: tickLabel(pageTick),
      ...pageWords(run),
      reads: scenario.page.reads,
      cannotSay: scenario.page.cannotSay,
    },
    strip,
    radius: radiusOf(run),
    lens: lensOf(run),
    pipeline: pipelineOf(run, strip),
    boards: boardsOfGauges(run),
    ideas: ideasOf(run),
    panels: desk.panels.slice(0, LIVE_PANELS).flatMap((p) => panelOf(run, p) ?? []),
    menu: menuOf(run),
    pending: pendingOf(run),
    axis: axisOf(run),
    chat: desk.messages.map((m) => {
      const person = scenario.cast.find((c) => c.id === m.from);
      return {
        id: m.id,
        from: m.own ? 'You' : (person?.name ?? (m.from === 'pager' ? 'Pager' : m.from)),
        role: m.own ? `to ${person?.name ?? m.from}` : (person?.role ?? ''),
        tick: m.tick,
        atLabel: tickLabel(m.tick),
        text: m.text,
        wants: m.wants,
        own: m.own,
      };
    }),
    cast: scenario.cast.map((c) => ({
      id: c.id,
      name: c.name,
      role: c.role,
      available: c.available,
      topics: c.topics.map((t) => ({ id: t.id, label: t.label })),
      cost: 2,
    })),
    changes: {
      opened: desk.changesOpened,
      price: LOOK_PRICES.changes,
      count: scenario.changes.filter((c) => c.tick <= tick).length,
      items: desk.changesOpened
        ? scenario.changes
            .filter((c) => c.tick <= tick)
            .toSorted((a, b) => b.tick - a.tick || (a.id < b.id ? -1 : 1))
            .map((c) => ({
              id: c.id,
              atLabel: momentLabel(c.tick, tick),
              tick: c.tick,
              kind: c.kind,
              text: c.text,
              owner: c.owner,
            }))
        : [],
    },
    tickets: {
      opened: desk.ticketsOpened,
      price: LOOK_PRICES.tickets,
      count: scenario.tickets.filter((t) => t.tick <= tick).length,
      items: desk.ticketsOpened
        ? scenario.tickets
            .filter((t) => t.tick <= tick)
            .toSorted((a, b) => b.tick - a.tick || (a.id < b.id ? -1 : 1))
            .map((t) => ({ id: t.id, atLabel: tickLabel(t.tick), theme: t.theme, text: t.text }))
        : [],
    },
    runbooks: scenario.runbooks.map((r) => {
      const opened = desk.runbooksOpened.includes(r.id);
      return {
        id: r.id,
        title: r.title,
        updated: r.updated,
        opened,
        paragraphs: opened ? r.paragraphs : [],
      };
    }),
    board: boardOf(run),
    notes: notesOf(run),
    offers: scenario.offers.map((o) => ({
      id: o.id,
      topic: o.topic,
      registers: o.registers.map((r) => ({ id: r.id, text: r.text })),
    })),
    applied: pair.live.applied.map((a) => ({
      id: a.id,
      label: actWords(a.spec),
      spec: a.spec,
      atLabel: tickLabel(a.effectTick),
      state: a.state,
      canUndo: a.state === 'under way' || a.state === 'in effect',
      note: a.note,
    })),
    closing: {
      allowed: desk.closed === null,
      open: openPoints(run),
      causes: scenario.hypotheses
        .map((h) => ({ id: h.id, label: h.label }))
        .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
      preventions: scenario.postmortem.preventions.map((p) => ({ id: p.id, label: p.label })),
    },
    said: run.refusal ?? desk.said,
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
