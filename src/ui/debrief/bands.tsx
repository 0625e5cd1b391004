/** Scores as bands, never as a number with decimals; each says what it rests on. */
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';
import type { Band, Debrief } from '../../scoring/debrief.ts';

const STEPS: readonly Band[] = ['poor', 'fair', 'good', 'strong'];

export const Bands = ({ debrief }: { readonly debrief: Debrief }): JSX.Element => {
  const weighed = useApp().run.decided.found.value?.process;
  const bands = debrief.bands.map((band) => (band.id === weighed?.id ? weighed : band));
  return (
    <section class="card" aria-labelledby="bands-title">
      <header class="card-head">
        <h2 id="bands-title">Bands</h2>
      </header>
      <dl class="bands">
        {bands.map((band) => {
          const at = STEPS.indexOf(band.band);
          return (
            <div key={band.id}>
              <dt>{band.label}</dt>
              <dd>
                <span class="band-steps" aria-hidden="true">
                  {STEPS.map((step, index) => (
                    <i key={step} class={index <= at ? 'on' : ''} />
                  ))}
                </span>
                <b>{band.id === 'process' && at < 0 ? 'not weighed yet' : band.band}</b>
                <p class="soft">{band.because}</p>
              </dd>
            </div>
          );
        })}
      </dl>
      {debrief.noticed.map((words) => (
        <p key={words} class="soft">
          <b>Noticed, not scored.</b> {words}
        </p>
      ))}
      <p class="mute limits">{debrief.limits}</p>
    </section>
  );
};
