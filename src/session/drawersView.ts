/** The drawers on the screen: chat, colleagues, changes, tickets, runbooks, offers for notes, the closing. */
import { tickLabel } from '../sim/clock.ts';
import { momentLabel } from './dayWords.ts';
import { draftOf } from './draft.ts';
import { isReadSince, openPoints } from './notesView.ts';
import { LOOK_PRICES } from './prices.ts';
import { now, type Run } from './run.ts';
import type { View } from './view.ts';

export function chatOf({ desk, scenario }: Run): View['chat'] {
  return desk.messages.map((m) => {
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
  });
}

export function castOf({ scenario }: Run): View['cast'] {
  return scenario.cast.map((c) => ({
    id: c.id,
    name: c.name,
    role: c.role,
    available: c.available,
    topics: c.topics.map((t) => ({ id: t.id, label: t.label })),
    cost: 2,
  }));
}

/** What of a list has come by now, newest first. */
function arrived<T extends { readonly id: string; readonly tick: number }>(
  run: Run,
  list: readonly T[],
): T[] {
  const tick = now(run);
  return list
    .filter((entry) => entry.tick <= tick)
    .toSorted((a, b) => b.tick - a.tick || (a.id < b.id ? -1 : 1));
}

export function changesOf(run: Run): View['changes'] {
  const opened = run.desk.changesOpened;
  const come = arrived(run, run.scenario.changes);
  return {
    opened,
    price: LOOK_PRICES.changes,
    count: come.length,
    items: (opened ? come : []).map((c) => ({
      id: c.id,
      atLabel: momentLabel(c.tick, now(run)),
      tick: c.tick,
      kind: c.kind,
      text: c.text,
      owner: c.owner,
    })),
  };
}

export function ticketsOf(run: Run): View['tickets'] {
  const opened = run.desk.ticketsOpened;
  const come = arrived(run, run.scenario.tickets);
  return {
    opened,
    price: LOOK_PRICES.tickets,
    count: come.length,
    items: (opened ? come : []).map((t) => ({
      id: t.id,
      atLabel: tickLabel(t.tick),
      theme: t.theme,
      text: t.text,
    })),
  };
}

export function runbooksOf({ desk, scenario }: Run): View['runbooks'] {
  return scenario.runbooks.map((r) => {
    const opened = desk.runbooksOpened.includes(r.id);
    return {
      id: r.id,
      title: r.title,
      updated: r.updated,
      opened,
      paragraphs: opened ? r.paragraphs : [],
    };
  });
}

export function offersOf({ scenario }: Run): View['offers'] {
  return scenario.offers.map((o) => ({
    id: o.id,
    topic: o.topic,
    registers: o.registers.map((r) => ({ id: r.id, text: r.text })),
  }));
}

export function closingOf(run: Run): View['closing'] {
  const { desk, scenario } = run;
  return {
    allowed: desk.closed === null,
    open: openPoints(run),
    isRead: isReadSince(run) === true,
    causes: scenario.hypotheses
      .map((h) => ({ id: h.id, label: h.label }))
      .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
    preventions: scenario.postmortem.preventions.map((p) => ({ id: p.id, label: p.label })),
    draft: draftView(run),
  };
}

function draftView(run: Run): View['closing']['draft'] {
  const { author, sentences } = draftOf(run);
  return { by: author.name, role: author.role, sentences: sentences.map(({ text }) => text) };
}
