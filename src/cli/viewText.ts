/** The screen in words, part by part: what the page shows to eyes, for a terminal and for ears. */
import { METRICS } from '../sim/metrics.ts';
import { DIMENSION_LABELS } from '../sim/segments.ts';
import { durationLabel, tickLabel } from '../sim/clock.ts';
import { dayNumber } from '../session/dayWords.ts';
import type { View } from '../session/view.ts';
import { scopeWords } from '../session/words.ts';
import { signed, tableText } from './table.ts';

export function pageText(view: View): string {
  const { page } = view;
  return [
    `PAGE  ${view.callSign}, ${page.atLabel}`,
    page.headline,
    `It reads: ${page.reads}`,
    `It cannot say: ${page.cannotSay}`,
    ...(page.idleRings === null ? [] : [`False alarms: ${page.idleRings}`]),
  ].join('\n');
}

/** Nothing where the case was played from its page. */
export function handoverText({ handover }: View): string {
  if (handover === null) return '';
  const { from, atLabel, note, moves } = handover;
  return [
    `TAKEN OVER  from ${from}, ${atLabel}`,
    note,
    ...moves.map((m) => `  ${m.atLabel}  ${m.label}`),
  ].join('\n');
}

export function clockText(view: View): string {
  const { now } = view;
  const looks =
    now.looksLeft === null ? '' : `, ${dayNumber(now.tick)}, ${now.looksLeft} looks left today`;
  const since =
    now.minutesSincePage <= 0
      ? 'the page'
      : `${durationLabel(now.minutesSincePage)} since the page`;
  return `[${now.label}, ${since}, ${view.phase}${looks}]`;
}

export function stripText(view: View): string {
  return tableText(
    ['health', 'now', 'against baseline, %', 'state'],
    view.strip.map((t) => [t.label, t.value, deviation(t.deviation, t.error), t.state]),
  );
}

function deviation(value: number | null, error: number | null): string {
  if (value === null) return '–';
  return `${signed(value)}${error === null ? '' : ` ± ${error.toFixed(1)}`}`;
}

const LAYERS = { reading: 'moved', hurtNow: 'now', hurtLater: 'later', witness: 'fine' } as const;

export function lensText(view: View): string {
  const { lens } = view;
  const by = lens.by.map((d) => DIMENSION_LABELS[d]);
  const rows = lens.cells.map((cell) => [
    [cell.row, cell.column].filter((key) => key !== null).join(' × ') || 'everyone',
    deviation(cell.deviation, cell.error),
    cell.millions.toFixed(1),
    String(cell.dots),
    cell.layers.map((l) => LAYERS[l]).join(' '),
  ]);
  return [
    `LENS  ${METRICS[lens.metric].label}${by.length === 0 ? '' : ` by ${by.join(' and ')}`}${lens.surface === 'all' ? '' : `, ${lens.surface} only`}, ${lens.window}${lens.next === null ? '' : `, ${lens.next}`}`,
    lens.summary,
    tableText(['who', 'against baseline, %', 'millions', 'simulated', 'declared'], rows),
  ].join('\n');
}

export function radiusText(view: View): string {
  const { radius } = view;
  const { claim } = radius;
  const since = claim.sinceTick === null ? 'not said yet' : tickLabel(claim.sinceTick);
  return [
    `RADIUS  ${radius.declaredAt === null ? 'not declared: every move is aimed at everyone' : `declared ${radius.declaredAt}, redrawn ${radius.revisions} times`}`,
    `moved ${scopeWords(claim.reading)}; now ${scopeWords(claim.hurtNow)}; later ${scopeWords(claim.hurtLater)}; fine ${scopeWords(claim.witness)}; since ${since}; severity ${claim.severity ?? 'not said yet'}`,
    `radius is ${radius.targetLabel}, ${radius.peopleMillions.toFixed(1)} of ${radius.populationMillions} million people`,
  ].join('\n');
}

export function axisText(view: View): string {
  const lines = view.axis.items.map(
    (item) =>
      `  ${tickLabel(item.tick)}  ${item.future ? 'to come: ' : ''}${item.label}${item.averted === true ? ', averted' : ''}${item.attention ? ' (!)' : ''}`,
  );
  return ['AXIS', ...lines, `  now ${view.now.label}`].join('\n');
}

export function pendingText(view: View): string {
  if (view.pending.length === 0) return '';
  return view.pending
    .map((p) => `  under way: ${p.label}, at ${p.doneAtLabel}, in ${durationLabel(p.minutesLeft)}`)
    .join('\n');
}

export function chatText(messages: View['chat']): string {
  if (messages.length === 0) return 'CHAT  nobody has written yet';
  return [
    'CHAT',
    ...messages.map(
      (m) =>
        `  ${m.atLabel}  ${m.from}${m.role === '' ? '' : ` (${m.role})`}${m.wants ? ', wants an answer' : ''}: ${m.text}`,
    ),
  ].join('\n');
}

export function castText(view: View): string {
  return [
    'PEOPLE',
    ...view.cast.map(
      (c) =>
        `  ${c.id}: ${c.name}, ${c.role}, ${c.available}; ask ${c.topics.map((t) => `${t.id} (${t.label})`).join(', ')}`,
    ),
  ].join('\n');
}

export function changesText(view: View): string {
  const { changes } = view;
  if (!changes.opened)
    return `CHANGES  ${changes.count} lately; "look changes" opens them for ${changes.price} min`;
  return [
    'CHANGES',
    ...changes.items.map((c) => `  ${c.atLabel}  ${c.kind}, ${c.owner}: ${c.text}`),
  ].join('\n');
}

export function ticketsText(view: View): string {
  const { tickets } = view;
  if (!tickets.opened)
    return `TICKETS  ${tickets.count}; "look tickets" opens them for ${tickets.price} min`;
  return ['TICKETS', ...tickets.items.map((t) => `  ${t.atLabel}  ${t.theme}: ${t.text}`)].join(
    '\n',
  );
}

export function runbooksText(view: View): string {
  return [
    'RUNBOOKS',
    ...view.runbooks.flatMap((r) => [
      `  ${r.id}: ${r.title}, updated ${r.updated}${r.opened ? '' : ', not opened'}`,
      ...r.paragraphs.map((p) => `    ${p}`),
    ]),
  ].join('\n');
}

export function appliedText(view: View): string {
  if (view.applied.length === 0) return 'ORDERS  none';
  return [
    'ORDERS',
    ...view.applied.map(
      (a) => `  ${a.id}  ${a.label}, ${a.state}, ${a.atLabel}${a.note === '' ? '' : `: ${a.note}`}`,
    ),
  ].join('\n');
}
