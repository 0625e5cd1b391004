/** The view: everything a page, a terminal or a headless player sees, from the run as it stands. */
import { tickLabel } from '../sim/clock.ts';
import { POPULATION_MILLIONS } from '../sim/presets.ts';
import { EVERYONE, type Scope } from '../sim/segments.ts';
import { isInside, membership } from '../sim/telemetry/observer.ts';
import { memberMillions } from '../sim/telemetry/sums.ts';
import { COMPONENT_WORDS, MECHANISM_WORDS } from '../scenario/words.ts';
import { axisOf } from './axis.ts';
import { believedOf } from './believed.ts';
import { LOOKS_PER_DAY } from './dispatch.ts';
import { headlineOf } from './headline.ts';
import { lensOf } from './lens.ts';
import { menuOf } from './menu.ts';
import { panelOf } from './panels/panel.ts';
import { pipelineOf } from './pipeline.ts';
import { LOOK_PRICES } from './prices.ts';
import { now, type Run } from './run.ts';
import { stripOf } from './strip.ts';
import type { BoardView, NoteView, Phase, RadiusView, View } from './view.ts';
import { actWords, scopeWords } from './words.ts';

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
      headline: headlineOf(run),
      reads: scenario.page.reads,
      cannotSay: scenario.page.cannotSay,
    },
    strip,
    radius: radiusOf(run),
    lens: lensOf(run),
    pipeline: pipelineOf(run, strip),
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
              atLabel: tickLabel(c.tick),
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

function radiusOf(run: Run): RadiusView {
  const { desk } = run;
  const target: Scope = desk.radius.hurtNow ?? desk.radius.reading ?? EVERYONE;
  const undeclared = desk.radius.hurtNow === null && desk.radius.reading === null;
  const last = desk.radiusHistory[desk.radiusHistory.length - 1];
  return {
    claim: desk.radius,
    declaredAt: last === undefined ? null : tickLabel(last.tick),
    revisions: Math.max(0, desk.radiusHistory.length - 1),
    targetLabel: undeclared ? 'everyone: nothing declared yet' : scopeWords(target),
    target: target.length === 0 ? EVERYONE : target,
    peopleMillions: millionsIn(run, target),
    populationMillions: POPULATION_MILLIONS,
  };
}

/** Real people of a scope, in millions. */
export function millionsIn(run: Run, scope: Scope): number {
  if (scope.length === 0) return 0;
  const inside = membership(run.observer, scope, now(run));
  let sum = 0;
  for (let m = 0; m < inside.length / 2; m++)
    if (isInside(inside, m)) sum += memberMillions(run.observer, m);
  return sum;
}

function pendingOf(run: Run): View['pending'] {
  const tick = now(run);
  const orders = run.pair.live.applied
    .filter((a) => a.state === 'under way')
    .map((a) => ({ id: a.id, label: actWords(a.spec), at: a.effectTick }));
  const tests = run.desk.tests
    .filter((t) => t.result === null)
    .map((t) => ({ id: t.id, label: `test: ${t.test.test}`, at: t.doneTick }));
  const answers = run.desk.asked
    .filter((a) => a.answerTick !== null)
    .map((a, i) => ({
      id: `a${i}`,
      label: `${run.scenario.cast.find((c) => c.id === a.who)?.name ?? a.who} answers`,
      at: a.answerTick ?? tick,
    }));
  return [...orders, ...tests, ...answers]
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((p) => ({
      id: p.id,
      label: p.label,
      doneAtTick: p.at,
      doneAtLabel: tickLabel(p.at),
      minutesLeft: Math.max(0, p.at - tick),
    }));
}

function boardOf(run: Run): BoardView {
  const { desk, scenario } = run;
  const label = (id: string): string => desk.readings.find((r) => r.id === id)?.label ?? id;
  return {
    suspects: scenario.suspects.map((s) => ({
      id: s.id,
      label: s.label,
      used: desk.hypotheses.some((h) => h.suspect === s.id),
    })),
    hypotheses: desk.hypotheses.map((h) => ({
      id: h.id,
      label: h.label,
      confidence: h.confidence,
      struck: h.struck,
      history: h.history,
      links: h.links.map((l) => ({
        reading: l.reading,
        label: label(l.reading),
        relation: l.relation,
      })),
    })),
    readings: desk.readings.map((r) => ({
      id: r.id,
      label: r.label,
      atLabel: tickLabel(r.tick),
      pinned: desk.pinned.includes(r.id),
      summary: r.summary,
      answer: r.answer,
    })),
    words: {
      mechanisms: Object.entries(MECHANISM_WORDS).map(([id, text]) => ({ id, label: text })),
      components: Object.entries(COMPONENT_WORDS).map(([id, text]) => ({ id, label: text })),
    },
  };
}

function notesOf(run: Run): NoteView[] {
  return run.desk.notes.map(({ tick, note }) => ({
    atLabel: tickLabel(tick),
    audience: note.audience,
    text: [
      ...note.claims.flatMap(
        (c) =>
          run.scenario.offers
            .find((o) => o.id === c.offer)
            ?.registers.find((r) => r.id === c.register)?.text ?? [],
      ),
      ...(note.nextUpdateMinutes === null
        ? []
        : [`Next word in ${note.nextUpdateMinutes} minutes.`]),
    ],
    believed: run.desk.closed === null ? [] : believedOf(run, note, tick),
  }));
}

/** What a careful engineer would still want before closing, in words. Never a gate, only a reminder. */
function openPoints(run: Run): string[] {
  const { desk } = run;
  const open: string[] = [];
  if (desk.radiusHistory.length === 0) open.push('No radius declared.');
  else if (desk.radius.hurtLater === null) open.push('Hurt later: not said.');
  if (desk.radius.witness === null) open.push('Nobody named as fine.');
  if (desk.hypotheses.length < 2) open.push('Fewer than two hypotheses on the board.');
  if (desk.notes.length === 0) open.push('Nobody has been told.');
  if (run.pair.live.applied.some((a) => a.state === 'under way'))
    open.push('An order is still under way.');
  return open;
}
