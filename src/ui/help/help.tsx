/** How to play, on one page, and every key. */
import type { JSX } from 'preact';
import { Sheet } from '../app/sheet.tsx';
import { KEYS } from './keys.ts';

export const Help = ({ onClose }: { readonly onClose: () => void }): JSX.Element => (
  <Sheet title="How this works" onClose={onClose} wide>
    <div class="help">
      <section class="stack">
        <p>
          Something is wrong with the recommender of Corkboard, where people save ideas to boards.
          You are on call. Say whose numbers moved and who is hurt, find out why, contain it, prove
          that it worked, and tell people what you know.
        </p>
        <dl class="terms">
          <dt>Time</dt>
          <dd>
            It moves when you act or wait. Every button says its price in minutes: yours, then the
            wait.
          </dd>
          <dt>The lens</dt>
          <dd>
            Every dot is a simulated person, coloured by the change of the chosen number against its
            own past. Choose one dimension, or two; draw a loop around what moved, or use the
            buttons in the table.
          </dd>
          <dt>± beside a number</dt>
          <dd>
            One standard error: what the reading of so many people is off by for no reason, two
            times in three. A move of less than two of them is within noise.
          </dd>
          <dt>Your radius</dt>
          <dd>
            Readings, people hurt now, people hurt later, and a witness who is fine. Once declared
            it is the target of your looks, tests and changes. Until then they reach everyone.
          </dd>
          <dt>Predictions</dt>
          <dd>
            Before a look or a test you may say what you expect. The world answers with its number
            and the error of it: agreed, disagreed, or undecided within noise. What stays within two
            per cent of where it was counts as no change.
          </dd>
          <dt>Evidence</dt>
          <dd>
            Any panel can be pinned, and any stretch of a plot. What is pinned is on the board,
            where it supports or refutes what you suspect.
          </dd>
          <dt>Afterwards</dt>
          <dd>
            The same world is run again with what you did, with nothing done and with what could
            have been done.
          </dd>
        </dl>
        <p class="mute">
          Scores come as bands. What is the author’s judgement says so, and no practitioner has
          validated them yet.
        </p>
      </section>
      <section>
        <h3 class="label">Keys</h3>
        <dl class="keys">
          {KEYS.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key) => (
                  <kbd key={key} class="key">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  </Sheet>
);
