/** The analysis board: the verdict, where it turned, what it cost, then everything else. */
import '../play/play.css';
import './debrief.css';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Debrief, Swing } from '../../scoring/debrief.ts';
import type { LooksView } from '../../scoring/marksView.ts';
import { useApp } from '../app/context.ts';
import { compact } from '../format.ts';
import { BeliefCard } from './belief.tsx';
import { Bands } from './bands.tsx';
import { DebriefTop } from './debriefTop.tsx';
import { DraftCard } from './draftCard.tsx';
import { HarmCurves } from './harmCurves.tsx';
import { MarkWord } from './markWord.tsx';
import { Moves, timesOf } from './moves.tsx';
import { Predictions } from './predictions.tsx';
import { PreventionsCard } from './preventions.tsx';
import { Principles } from './principles.tsx';
import { RadiusCompared } from './radiusTruth.tsx';

interface TurnedProps {
  readonly swing: Swing;
  readonly moves: Debrief['moves'];
  readonly unit: string;
}

const NO_MARKS: Pick<LooksView, 'marks'> = { marks: [] };

const Turned = ({ swing, moves, unit }: TurnedProps): JSX.Element => {
  const app = useApp();
  const at = timesOf(moves)(swing);
  const { decided, looked } = app.run;
  const { marks } = decided.found.value ?? looked.found.value ?? NO_MARKS;
  const marked = marks.find(({ move }) => move === swing.move);
  return (
    <section class="card turned-card" aria-labelledby="turned-title">
      <header class="card-head">
        <h2 id="turned-title">Where it turned · {at}</h2>
      </header>
      <p class="turned-headline">{swing.headline}</p>
      <p class="soft">{swing.reason}</p>
      <p class="mute">
        It cost {compact(swing.cost)} ({unit}): the same world, run on, in hindsight.
        {marked !== undefined && (
          <>
            {' '}
            Marked <MarkWord mark={marked.mark} /> by what could be known then.
          </>
        )}
      </p>
      <div class="row wrap">
        <button type="button" class="button next" onClick={() => void app.retry(swing.move)}>
          Retry from {at}
        </button>
      </div>
    </section>
  );
};

/** More than these reach below what stands beside them. */
const MANY_MOVES = 9;

export const DebriefScreen = (): JSX.Element | null => {
  const { run } = useApp();
  const debrief = run.debrief.value;
  const verdict = useRef<HTMLHeadingElement>(null);
  useEffect(() => verdict.current?.focus(), []);
  if (debrief === null) return null;
  return (
    <div class="debrief">
      <DebriefTop debrief={debrief} />
      <main
        id="main"
        class={debrief.moves.length > MANY_MOVES ? 'debrief-grid long' : 'debrief-grid'}
        tabIndex={-1}
      >
        <div class="debrief-column">
          <section class="verdict">
            <h1 ref={verdict} tabIndex={-1}>
              {debrief.verdict}
            </h1>
            <p class="soft">{debrief.subline}</p>
          </section>
          {debrief.swing !== null && (
            <Turned swing={debrief.swing} moves={debrief.moves} unit={debrief.harm.unit} />
          )}
          <Principles principles={debrief.principles} />
          <DraftCard draft={debrief.draft} />
        </div>
        <div class="debrief-column">
          <HarmCurves chart={debrief.harm} />
          <section class="card" aria-labelledby="story-title">
            <header class="card-head">
              <h2 id="story-title">What happened</h2>
            </header>
            <ol class="story">
              {debrief.story.map((paragraph) => (
                <li key={paragraph}>{paragraph}</li>
              ))}
            </ol>
          </section>
          <Predictions />
          <Bands debrief={debrief} />
          <PreventionsCard untried={debrief.untried} />
        </div>
        <div class="debrief-column">
          <RadiusCompared truth={debrief.radius} />
          <Moves debrief={debrief} />
        </div>
        {debrief.traceable && <BeliefCard />}
      </main>
    </div>
  );
};
