/** What all runs of this browser show together: confidence against truth, and habits. */
import './record.css';
import type { JSX } from 'preact';
import type { JudgedRun } from '../../storage/saves.ts';
import { calibrationOf, firstPlays, HABIT_RUNS, PATTERN_RUNS, patternsOf } from './habits.ts';

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const Confidence = ({ first }: { readonly first: readonly JudgedRun[] }): JSX.Element | null => {
  const calibration = calibrationOf(first);
  if (calibration === null) return null;
  return (
    <table class="record-table">
      <caption>
        How sure you were of the cause, and how often it was so.{' '}
        <span class="mute">
          Brier {calibration.brier.toFixed(2)} over {counted(calibration.cases, 'case', 'cases')};
          saying 50 % always gives 0.25.
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">you said</th>
          <th scope="col">it was so</th>
        </tr>
      </thead>
      <tbody>
        {calibration.bins.map((bin) => (
          <tr key={bin.label}>
            <th scope="row" class="mono">
              {bin.label}
            </th>
            <td>
              <span class="record-bar" aria-hidden="true">
                <i style={{ width: `${(100 * bin.right) / bin.of}%` }} />
                <b style={{ left: `${bin.said}%` }} />
              </span>
              <span class="mono">
                {bin.right} of {bin.of}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Patterns = ({ first }: { readonly first: readonly JudgedRun[] }): JSX.Element => {
  if (first.length < PATTERN_RUNS) {
    const left = PATTERN_RUNS - first.length;
    return (
      <p class="soft">
        {counted(left, 'more incident', 'more incidents')} until a pattern can be told from chance.
      </p>
    );
  }
  const [most, ...others] = patternsOf(first);
  if (most === undefined)
    return <p class="soft">Nothing has gone wrong in half of your {first.length} incidents.</p>;
  const times = (n: number): string => `in ${n} of ${first.length}`;
  return (
    <>
      <p class="record-habit">
        {first.length >= HABIT_RUNS ? 'Your habit: ' : ''}
        {most.words}, {times(most.times)}.
      </p>
      {others.length > 0 && (
        <ul class="soft record-others">
          {others.map((pattern) => (
            <li key={pattern.words}>
              {pattern.words}, {times(pattern.times)}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

export const Record = ({
  judged,
}: {
  readonly judged: readonly JudgedRun[];
}): JSX.Element | null => {
  if (judged.length === 0) return null;
  const first = firstPlays(judged);
  return (
    <section aria-labelledby="record-title">
      <h2 id="record-title" class="label">
        What your runs show
      </h2>
      <div class="card record">
        <Patterns first={first} />
        <Confidence first={first} />
        <p class="mute record-note">
          Of each incident the first run counts: whoever plays it again knows the cause. Kept in
          this browser, forgotten with the run.
        </p>
      </div>
    </section>
  );
};
