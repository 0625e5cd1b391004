/** What was done, weighed: a mark for every change, and every line of play under every explanation. */
import './decision.css';
import type { JSX } from 'preact';
import type { DecisionView } from '../../scoring/decisionView.ts';
import type { LooksView, MarkView } from '../../scoring/marksView.ts';
import { MarkWord } from './markWord.tsx';
import { percent } from './share.ts';

const harm = (millions: number): string => millions.toFixed(2).replace('-', '−');

/** Explanations with a column: the likeliest, and what it was. */
const COLUMNS = 4;

/** What cost nothing and changed nothing is told by its word among the moves. */
const isTold = ({ isChange, mark }: MarkView): boolean =>
  isChange || (mark !== 'best' && mark !== 'neutral');

/** Marks with their reasons, and when enough had been read. */
export const Marks = ({ marks, enough }: Pick<LooksView, 'marks' | 'enough'>): JSX.Element => (
  <>
    <p class="belief-said">{enough}</p>
    <ol class="marks">
      {marks.filter(isTold).map((mark) => (
        <li key={mark.move}>
          <span class="marks-what">
            <MarkWord mark={mark.mark} /> <time class="mono mute">{mark.atLabel}</time> {mark.label}
          </span>
          <span class="soft">{mark.because}</span>
        </li>
      ))}
    </ol>
  </>
);

export const Decision = ({ view }: { readonly view: DecisionView }): JSX.Element => {
  const columns = view.rows.filter((row, k) => k < COLUMNS || row.truth);
  const lines = view.lines
    .map((line, k) => ({ ...line, k }))
    .toSorted((a, b) => a.expected - b.expected || a.k - b.k);
  return (
    <>
      <Marks marks={view.marks} enough={view.enough} />
      <div
        class="table-scroll"
        tabIndex={0}
        role="region"
        aria-label="Every line, every explanation"
      >
        <table class="decision">
          <caption class="unseen">
            Saves lost in millions, by line of play: expected, and were each explanation so
          </caption>
          <thead>
            <tr>
              <th scope="col">Had you done …</th>
              <th scope="col">expected</th>
              {columns.map((row) => (
                <th scope="col" key={row.label} class={row.truth ? 'truth-column' : ''}>
                  {row.label} <span class="mono mute">{percent(row.belief)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.label} class={line.yours ? 'yours' : ''}>
                <th scope="row">{line.label}</th>
                <td class="mono">
                  <b>{harm(line.expected)}</b>
                </td>
                {columns.map((row) => (
                  <td key={row.label} class={row.truth ? 'mono truth-column' : 'mono'}>
                    {harm(row.harms[line.k]!)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="mute belief-note">
        A mark holds a move against what else was known to be possible at its minute, under what you
        could have believed then; moves as good as the best are best, and what among them does or
        tells next to nothing is neutral. The table: millions of saves lost to the end of the
        horizon, in two small worlds for each explanation still believed in at your first change.
        The marked column is what it was.
        {columns.length < view.rows.length &&
          ` The expected harm counts ${view.rows.length - columns.length} less likely explanations too.`}
      </p>
    </>
  );
};
