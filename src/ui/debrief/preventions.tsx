/** What would have kept it from happening, or from lasting: rules tried out in the same world and in sound ones. */
import './preventions.css';
import type { JSX } from 'preact';
import type { PreventionView } from '../../scoring/preventionView.ts';
import { useApp } from '../app/context.ts';
import { WorkedOut } from './workedOut.tsx';

const List = ({ found }: { readonly found: readonly PreventionView[] }): JSX.Element => (
  <ul class="prevention-list">
    {found.map((item) => (
      <li key={item.label} class={item.chosen ? 'chosen' : ''}>
        <b>{item.label}</b>
        {item.chosen && <span class="prevention-yours">yours</span>}
        <p class="soft">{item.came}</p>
        {item.idle !== null && <p class="mute">{item.idle}</p>}
      </li>
    ))}
  </ul>
);

/** Rules, lived through again when they are asked for. */
const TriedOut = (): JSX.Element => {
  const { prevented } = useApp().run;
  const found = prevented.found.value;
  return (
    <>
      {found === null ? (
        <p class="soft">
          The same world again, with each rule in place from the first day; and four worlds in which
          nothing is wrong, to count its false alarms.
        </p>
      ) : (
        <List found={found} />
      )}
      <WorkedOut of={prevented} button="Try them out" working="Living through it again" />
      {found !== null && (
        <p class="mute prevention-note">
          Rules are tried out in worlds of two thousand people, on readings with the noise everybody
          is shown. What is no alert rule cannot be tried: there the author’s judgement stands.
        </p>
      )}
    </>
  );
};

/** `untried`: where none of them is a rule. */
export const PreventionsCard = ({
  untried,
}: {
  readonly untried: readonly PreventionView[] | null;
}): JSX.Element => (
  <section class="card preventions" aria-labelledby="preventions-title">
    <header class="card-head">
      <h2 id="preventions-title">What would have helped</h2>
    </header>
    {untried === null ? (
      <TriedOut />
    ) : (
      <>
        <List found={untried} />
        <p class="mute prevention-note">
          None of these is a rule on a number of this world, so none can be tried out in it.
        </p>
      </>
    )}
  </section>
);
