/** What could be known at each moment, from what the player had read: worked out when asked, drawn as shares of belief. */
import './belief.css';
import type { JSX } from 'preact';
import type { BeliefView } from '../../scoring/beliefView.ts';
import { useApp } from '../app/context.ts';
import { Decision, Marks } from './decision.tsx';
import { percent } from './share.ts';
import { WorkedOut } from './workedOut.tsx';

/** Explanations that have a shade and a line of their own; the rest share one. */
const NAMED = 5;

const Bar = ({
  belief,
  hypotheses,
}: {
  readonly belief: readonly number[];
  readonly hypotheses: BeliefView['hypotheses'];
}): JSX.Element => (
  <span class="belief-bar" aria-hidden="true">
    {belief.map((share, k) => {
      const h = hypotheses[k]!;
      return (
        <i
          key={h.id}
          class={h.truth ? 'truth' : `shade-${Math.min(k, NAMED)}`}
          style={{ flexGrow: share }}
          title={`${h.label}: ${percent(share)}`}
        />
      );
    })}
  </span>
);

const Stated = ({
  stated,
}: {
  readonly stated: BeliefView['moments'][number]['stated'];
}): JSX.Element | null =>
  stated === null ? null : (
    <span class={stated.truth ? 'belief-you right' : 'belief-you'}>
      you: {stated.percent} % {stated.truth ? 'on the cause' : 'on another'}
    </span>
  );

const Trace = ({ view }: { readonly view: BeliefView }): JSX.Element => {
  const cause = view.hypotheses.findIndex((h) => h.truth);
  const end = view.moments.at(-1)!.belief;
  return (
    <>
      <p class="belief-said">{view.sentence}</p>
      {view.confirmation !== '' && <p class="soft">{view.confirmation}</p>}
      <ol class="belief-moments">
        {view.moments.map((moment, k) => (
          <li key={k}>
            <span class="belief-what">
              <time class="mono mute">{moment.atLabel.split(' ').at(-1)}</time> {moment.label}
            </span>
            <Bar belief={moment.belief} hypotheses={view.hypotheses} />
            <span class="belief-cause">
              <span class="unseen">The cause: </span>
              {percent(moment.belief[cause]!)}
            </span>
            <Stated stated={moment.stated} />
          </li>
        ))}
      </ol>
      <ul class="belief-names">
        {view.hypotheses.map((h, k) => (
          <li key={h.id}>
            <i class={h.truth ? 'truth' : `shade-${Math.min(k, NAMED)}`} aria-hidden="true" />
            <span>
              {h.label}
              {h.truth && <b> (the cause)</b>}
              {h.unmoved && <span class="mute"> (cannot be run)</span>}
            </span>
            <span class="mono">{percent(end[k]!)}</span>
          </li>
        ))}
      </ul>
      <p class="mute belief-note">
        Each explanation was lived through in four small worlds; shares say how well each foretold
        what you read, up to your first change. “None of these” is a fault from outside the list,
        another in each of the worlds. A ruler over what metrics show: tests and people’s answers
        are not weighed.
      </p>
    </>
  );
};

/** What was done, given that: the looks first, then all of it. Comes by itself. */
const Weighed = (): JSX.Element | null => {
  const { looked, decided } = useApp().run;
  if (decided.found.value !== null) return <Decision view={decided.found.value} />;
  return (
    <>
      {looked.found.value === null ? (
        <p class="soft">
          Was each move as good as what could have been done instead, by what was known then? Every
          line of play is run under every explanation.
        </p>
      ) : (
        <Marks {...looked.found.value} />
      )}
      <WorkedOut of={decided} button="Weigh what you did" working="Playing every line" />
    </>
  );
};

export const BeliefCard = (): JSX.Element => {
  const { believed } = useApp().run;
  const view = believed.found.value;
  return (
    <section class="card belief" aria-labelledby="belief-title">
      <header class="card-head">
        <h2 id="belief-title">What could be known</h2>
      </header>
      <div class="belief-side">
        {view === null ? (
          <p class="soft">
            Which explanation did your own readings speak for, look by look? Every explanation of
            this incident is lived through and held against what you saw.
          </p>
        ) : (
          <Trace view={view} />
        )}
        <WorkedOut of={believed} button="Work it out" working="Living through every explanation" />
      </div>
      <div class="belief-side">
        <Weighed />
      </div>
    </section>
  );
};
