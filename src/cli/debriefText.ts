/** The debrief in words, in the order of the analysis board. */
import type { Debrief } from '../scoring/debrief.ts';
import { sparse } from './sparse.ts';
import { tableText } from './table.ts';

export function debriefText(debrief: Debrief): string {
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
        harm.lines.map((l) => [l.label, l.total.toFixed(2).replace('-', '−')]),
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
    sparse([
      'MOVES',
      ...debrief.moves.map(
        (m) =>
          `  ${m.index + 1}  ${m.atLabel}  ${m.label} (${m.minutes} min)${m.note === '' ? '' : `: ${m.note}`}`,
      ),
    ]),
    sparse(['WHAT HAPPENED', ...debrief.story]),
    sparse(['YOUR ANSWER TO AN INTERVIEWER', debrief.interview.yours]),
    sparse(['THE AUTHOR’S', debrief.interview.model]),
    debrief.limits,
  ].join('\n\n');
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(100 * share)} %`;
}
