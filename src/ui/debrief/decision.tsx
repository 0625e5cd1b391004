/** What was done, weighed: every line of play under every explanation, and what it was expected to cost. */
import './decision.css';
import type { JSX } from 'preact';
import type { DecisionView } from '../../scoring/decisionView.ts';
import { percent } from './share.ts';

const MARK_WORDS: Readonly<Record<DecisionView['mark'], string>> = {
  best: 'Best',
  good: 'Good',
  inaccuracy: 'Inaccuracy',
  mistake: 'Mistake',
  blunder: 'Blunder',
};

const harm = (millions: number): string => millions.toFixed(2).replace('-', '−');

/** Explanations with a column: the likeliest, and what it was. */
const COLUMNS = 4;

export const Decision = ({ view }: { readonly view: DecisionView }): JSX.Element => {
  const columns = view.rows.filter((row, k) => k < COLUMNS || row.truth);
  const lines = view.lines
    .map((line, k) => ({ ...line, k }))
    .toSorted((a, b) => a.expected - b.expected || a.k - b.k);
  return (
    <>
      <p class="belief-said">
        <span class={`mark-word ${view.mark}`}>{MARK_WORDS[view.mark]}</span> {view.sentence}
      </p>
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
        Millions of saves lost to the end of the horizon, in one small world for each explanation;
        the belief is the one at your first change. The marked column is what it was.
        {columns.length < view.rows.length &&
          ` The expected harm counts ${view.rows.length - columns.length} less likely explanations too.`}
      </p>
    </>
  );
};
