/** The debrief in words, in the order of the analysis board. */
import type { Debrief, InheritedView } from '../scoring/debrief.ts';
import type { GhostCurve } from '../scoring/ghosts.ts';
import type { DecisionView } from '../scoring/decisionView.ts';
import type { DraftView } from '../scoring/draftView.ts';
import { upperFirst } from '../session/words.ts';
import { sparse } from './sparse.ts';
import { tableText } from './table.ts';

/** `decision`: null where changes were not weighed; `ghosts`: none where nobody else played. */
export function debriefText(
  debrief: Debrief,
  decision: DecisionView | null = null,
  ghosts: readonly GhostCurve[] = [],
): string {
  const { swing, harm, radius } = debrief;
  return [
    sparse([`DEBRIEF  ${debrief.title}`, debrief.verdict, debrief.subline]),
    swing === null
      ? 'No single move turned it.'
      : `Where it turned: ${swing.atLabel}, ${swing.headline} ${swing.reason}`,
    sparse([
      `HARM, ${harm.unit}`,
      tableText(
        ['line', 'total'],
        [
          ...harm.lines.map((l) => [l.label, l.total.toFixed(2).replace('-', '−')]),
          ...ghosts.map(({ label, values }) => [
            label,
            ((values.at(-1) ?? 0) * harm.perMillion).toFixed(2).replace('-', '−'),
          ]),
        ],
      ),
    ]),
    sparse([
      `RADIUS  ${radius.sentence}`,
      tableText(
        ['layer', 'truth', 'said', 'right of what was said', 'found of what was true'],
        radius.layers.map((l) => [
          l.label,
          l.truth,
          l.claim,
          percent(l.precision),
          percent(l.recall),
        ]),
      ),
      `Fine, as said: ${radius.witness.claim}${radius.witness.unaffected === null ? '' : radius.witness.unaffected ? ', and so they were' : ', but they were not'}`,
    ]),
    sparse(['BANDS', ...debrief.bands.map((b) => `  ${b.label}: ${b.band}. ${b.because}`)]),
    ...(debrief.noticed.length === 0
      ? []
      : [sparse(['NOTICED, NOT SCORED', ...debrief.noticed.map((words) => `  ${words}`)])]),
    sparse([
      'PRINCIPLES',
      ...debrief.principles.flatMap((p) =>
        p.verdict === 'not exercised'
          ? []
          : [
              `  ${p.id} ${p.title}: ${p.verdict}. ${p.because}`,
              ...p.lines.map((line) => `      ${line}`),
              ...(p.fair === '' ? [] : [`      ${p.fair}`]),
            ],
      ),
    ]),
    ...(debrief.inherited === null ? [] : [inheritedText(debrief.inherited)]),
    draftText(debrief.draft),
    sparse([
      'MOVES',
      ...debrief.moves.map(
        (m) =>
          `  ${m.index + 1}  ${m.atLabel}  ${m.label} (${m.minutes} min)${m.note === '' ? '' : `: ${m.note}`}`,
      ),
    ]),
    ...(decision === null ? [] : [marksText(decision)]),
    sparse(['WHAT HAPPENED', ...debrief.story]),
    sparse(['YOUR ANSWER TO AN INTERVIEWER', debrief.interview.yours]),
    sparse(['THE AUTHOR’S', debrief.interview.model]),
    debrief.limits,
  ].join('\n\n');
}

function draftText(draft: DraftView | undefined): string {
  if (draft === undefined) return 'THE DRAFT  was not read, and nothing is judged by it.';
  return sparse([
    `THE DRAFT  by ${draft.by}`,
    ...draft.sentences.flatMap((s) => [
      `  ${s.text} ${upperFirst(s.left)}.`,
      ...(s.because === '' ? [] : [`      ${s.because}`]),
      ...s.lines.map((line) => `      ${line}`),
    ]),
  ]);
}

function inheritedText({ from, atLabel, moves }: InheritedView): string {
  return sparse([
    `BEFORE YOU, by ${from}; the shift changed hands at ${atLabel}. None of it is judged.`,
    ...moves.map((m) => `  ${m.atLabel}  ${m.label}${m.note === '' ? '' : `. ${m.note}`}`),
  ]);
}

function marksText({ marks, enough, lines, process }: DecisionView): string {
  return sparse([
    'MARKS, under what you could have believed at the time',
    enough,
    `${process.label}: ${process.band}. ${process.because}`,
    ...marks.map((m) => `  ${m.move + 1}  ${m.atLabel}  ${m.label}: ${m.mark}. ${m.because}`),
    tableText(
      ['had you done', 'expected at your first change, millions of saves'],
      lines
        .toSorted((a, b) => a.expected - b.expected)
        .map((l) => [l.label, l.expected.toFixed(2).replace('-', '−')]),
    ),
  ]);
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(100 * share)} %`;
}
