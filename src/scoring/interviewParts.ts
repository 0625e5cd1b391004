/** The sentences of an interview answer, each with how readily it gives way when the answer grows too long. */
import { METRICS } from '../sim/metrics.ts';
import { DIMENSION_LABELS } from '../sim/segments.ts';
import { durationLabel, tickLabel } from '../sim/clock.ts';
import { isEveryone, scopeWords } from '../session/words.ts';
import { cutsOf, views } from './bearing.ts';
import type { Findings } from './findings.ts';
import type { Judged } from './judged.ts';
import { claimAt, logbookOf, seenBy, standing, type Logbook, type Seen } from './logbook.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { missed } from './nextTime.ts';
import { said, type Part } from './spokenPart.ts';

/** In the order things were done. */
export function interviewParts(run: Judged, findings: Findings): Part[] {
  const book = logbookOf(run);
  return [
    ...opening(run),
    ...scoping(run, book),
    ...evidence(run, book),
    ...acting(book),
    ...verifying(run, book, findings),
    ...closing(run, outcomeOf(run, findings)),
    ...missed(run, findings),
  ];
}

function opening(run: Judged): Part[] {
  const { handover, cast } = run.scenario;
  const who = cast.find(({ id }) => id === handover?.from)?.name;
  const { rule } = run.scenario.page;
  const whom = isEveryone(rule.scope) ? '' : ` for ${scopeWords(rule.scope)}`;
  const metric = METRICS[rule.metric].label.toLowerCase();
  return [
    said(
      `${who === undefined ? 'I was paged' : `I took the case over from ${who}, who had been paged`} because ${metric}${whom} had ${rule.op === 'below' ? 'fallen' : 'risen'}.`,
    ),
    said('The alert could say that a number had moved, and not whether people were worse off.', 9),
  ];
}

function scoping(run: Judged, book: Logbook): Part[] {
  // Only what the player cut by themselves: other views set some groups side by side unasked.
  const own = seenBy(book, book.decidedTick).filter((s) => views(s, 'lens', 'metric', 'items'));
  const cut = [...new Set(own.flatMap(cutsOf))].slice(0, 3);
  const claim = claimAt(run, book.decidedTick);
  const parts: Part[] = [
    said(
      cut.length === 0
        ? 'I did not cut the population before I decided.'
        : `Before deciding I cut it by ${listed(cut.map((d) => DIMENSION_LABELS[d]))}.`,
    ),
  ];
  if (claim === null) return [...parts, said('I wrote down no radius by then.')];
  const layers = [
    ['reading', 'whose reading had moved'],
    ['hurtNow', 'who was hurt'],
    ['hurtLater', 'who would be hurt later'],
  ] as const;
  const told = layers.flatMap(([layer, words]) => {
    const scope = claim[layer];
    return scope === null ? [] : [`${words}: ${short(scopeWords(scope))}`];
  });
  parts.push(said(`I wrote down ${told.join('; ')}.`));
  if (claim.witness !== null)
    parts.push(said(`As a witness who was fine I named ${short(scopeWords(claim.witness))}.`, 4));
  return parts;
}

function evidence(run: Judged, book: Logbook): Part[] {
  const labels = heldAsEvidence(run, seenBy(book, book.decidedTick));
  const { hypotheses } = run.desk;
  const struck = hypotheses.filter((h) => h.struck).length;
  return [
    said(
      labels.length === 0
        ? 'I opened nothing beyond the page itself.'
        : `My evidence was ${listed(labels)}.`,
    ),
    said(
      hypotheses.length < 2
        ? 'I did not hold two explanations against each other.'
        : `I held ${hypotheses.length} explanations against each other${struck === 0 ? '' : ` and struck ${struck}`}.`,
      3,
    ),
    said(`In all I took ${book.seen.length} readings over the case.`, 8),
  ];
}

/**
 * Readings by name: those the player made evidence of, by linking or else by pinning, then what was read last; what left a
 * prediction undecided comes after all others.
 */
function heldAsEvidence({ desk }: Judged, seen: readonly Seen[]): string[] {
  const linked = new Set(desk.hypotheses.flatMap(({ links }) => links.map((l) => l.reading)));
  const pinned = new Set(desk.pinned);
  const weightOf = ({ tick, label }: Seen): number => {
    const record = desk.readings.find((r) => r.tick === tick && r.label === label);
    if (record === undefined) return 0;
    if (linked.has(record.id)) return 2;
    if (pinned.has(record.id)) return 1;
    return record.answer?.verdict === 'undecided' ? -1 : 0;
  };
  const told = new Set(
    seen
      .toReversed()
      .toSorted((a, b) => weightOf(b) - weightOf(a))
      .slice(0, MOST_NAMED),
  );
  return [...new Set(seen.filter((one) => told.has(one)).map(({ label }) => spoken(label)))];
}

function acting(book: Logbook): Part[] {
  const { d0, orders, inherited, slow } = book;
  const [first] = orders;
  const back = inherited.find((o) => o.undoneTick !== null);
  const found =
    back === undefined ? [] : [said(`I took back what I had found: ${short(back.label)}.`)];
  if (first === undefined)
    return back === undefined ? [said('I changed nothing in production.')] : found;
  const labels = [...new Set(orders.map((o) => o.label))].slice(0, 3).map(short);
  const parts = [
    ...found,
    said(
      labels.length === 1
        ? `My one order was to ${labels.join('')}.`
        : `My orders were to ${labels.join(', then ')}.`,
    ),
  ];
  const undone = orders.find((o) => o.undoneTick !== null);
  if (undone !== undefined) parts.push(said(`I took one back: ${short(undone.label)}.`, 2));
  parts.push(
    d0 === null
      ? said('All of it could be undone at once; nothing else in production was changed.', 5)
      : said(
          `The first real change came at ${tickLabel(d0.tick)}, ${durationLabel(d0.tick - book.began.tick)} after ${book.began.by}${slow ? ', on a case that runs by the day' : ''}.`,
          5,
        ),
  );
  return parts;
}

function verifying(run: Judged, book: Logbook, findings: Findings): Part[] {
  const last = standing(book).findLast((o) => !o.hold);
  const after =
    last === undefined ? undefined : book.seen.findLast((s) => s.tick >= last.effectTick);
  const parts: Part[] = [];
  if (last !== undefined)
    parts.push(
      said(
        after === undefined
          ? 'After the change took effect I opened no further reading.'
          : `After it took effect I read ${short(spoken(after.label))}.`,
      ),
    );
  parts.push(
    said(
      findings.relapsed
        ? 'It recovered for a while and then came back.'
        : findings.recovered
          ? 'It recovered and held.'
          : 'It had not recovered for long enough when the case ended.',
    ),
  );
  const { notes } = run.desk;
  parts.push(
    said(
      notes[0] === undefined
        ? 'I told nobody while it lasted.'
        : `I first told others ${durationLabel(Math.max(0, notes[0].tick - book.began.tick))} after ${book.began.by}.`,
      6,
    ),
  );
  return parts;
}

function closing(run: Judged, outcome: Outcome): Part[] {
  const { truth, claimed, cause } = outcome;
  const was = truth === null ? outcome.thing : `“${truth.label}”`;
  const confidence = run.desk.closed?.confidence ?? 0;
  const parts = [
    said(
      cause === 'right'
        ? `I closed on ${was} at ${Math.round(confidence)} %, which is what it was.`
        : claimed === null
          ? `${run.desk.closed === null ? 'The case ended before I had named' : 'I closed without'} a cause; it was ${was}.`
          : `I closed on “${claimed.label}”; it was ${was}.`,
    ),
  ];
  const prevention = run.scenario.postmortem.preventions.find(
    (p) => p.id === run.desk.closed?.prevention,
  );
  parts.push(
    prevention === undefined
      ? said('I put no prevention in place.')
      : said(`For prevention I chose this: ${prevention.label}.`),
  );
  if (outcome.repairsOpen[0] !== undefined)
    parts.push(said(`One thing I left open: ${lowered(outcome.repairsOpen[0])}.`, 1));
  return parts;
}

function listed(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).map(short).join(', ')} and ${short(last)}`;
}

/** The lens is where it was read, not what. */
const spoken = (label: string): string => label.replace(/^lens: /, '');

const MOST_NAMED = 3;
const LONGEST = 12;
/** Where a name may end early: before what only says more exactly where, whom or what. */
const FURTHER = new Set(['and', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'since', 'to', 'with']);

/** A name that fits into a spoken sentence: a long one ends where a phrase ends. */
function short(words: string): string {
  const all = words.split(' ');
  if (all.length <= LONGEST) return words;
  const end = all.slice(0, LONGEST + 1).findLastIndex((word, k) => k > 1 && FURTHER.has(word));
  return all
    .slice(0, end < 0 ? LONGEST : end)
    .join(' ')
    .replace(/[,;:]$/, '');
}

const lowered = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
