/** Your radius, and the truth: a picture, a sentence, and the three layers side by side. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RadiusTruth } from '../../scoring/debrief.ts';
import type { SupportedLayer } from '../../scoring/supportedView.ts';
import { useApp } from '../app/context.ts';
import { swarmColours } from './colours.ts';
import { drawSwarm } from './swarmPicture.ts';

/** Pixels of a row of discs. */
const ROW = 46;

const Picture = ({ truth }: { readonly truth: RadiusTruth }): JSX.Element => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useApp().theme.value;
  useEffect(() => {
    const target = canvas.current;
    if (target === null) return undefined;
    const draw = (): void => {
      const context = target.getContext('2d');
      const width = target.clientWidth;
      const height = target.clientHeight;
      if (context === null || width === 0) return;
      const dense = Math.min(2, devicePixelRatio);
      target.width = width * dense;
      target.height = height * dense;
      context.scale(dense, dense);
      drawSwarm(context, truth, { x: 0, y: 0, width, height, most: 260 }, swarmColours());
    };
    const observer = new ResizeObserver(draw);
    observer.observe(target);
    return () => observer.disconnect();
  }, [truth, theme]);
  const rows = Math.max(1, truth.rows.length);
  return (
    <figure class="truth-picture">
      {rows > 1 && (
        <p class="truth-rows" aria-hidden="true">
          {truth.rows.map((row) => (
            <span key={row}>{row}</span>
          ))}
        </p>
      )}
      <canvas
        ref={canvas}
        style={{ blockSize: `${rows * ROW}px` }}
        role="img"
        aria-label={truth.sentence}
      />
      <figcaption aria-hidden="true">
        {truth.columns.map((column) => (
          <span key={column}>{column}</span>
        ))}
      </figcaption>
    </figure>
  );
};

const share = (value: number | null): string =>
  value === null ? '–' : `${Math.round(value * 100)} %`;

/** What was said counts before what was not. */
const gapOf = ({ expected, yours }: SupportedLayer): number =>
  yours === null ? -1 : expected - yours;

const Support = ({ of }: { readonly of: SupportedLayer }): JSX.Element => (
  <td>
    {of.claim}{' '}
    <span class="mute">
      fits to {share(of.expected)}
      {of.yours !== null && `, yours to ${share(of.yours)}`}
    </span>
  </td>
);

export const RadiusCompared = ({ truth }: { readonly truth: RadiusTruth }): JSX.Element => {
  const looked = useApp().run.looked.found.value;
  const supported = looked?.supported ?? [];
  const [worst] = supported.toSorted((a, b) => gapOf(b) - gapOf(a));
  return (
    <section class="card" aria-labelledby="truth-title">
      <header class="card-head">
        <h2 id="truth-title">Your radius, and the truth</h2>
      </header>
      {truth.cells.length > 0 && <Picture truth={truth} />}
      <p class="truth-sentence">{truth.sentence}</p>
      {worst !== undefined && <p class="truth-sentence soft">{worst.sentence}</p>}
      <details class="more">
        <summary>Layer by layer</summary>
        <div class="table-wrap">
          <table class="data">
            <thead>
              <tr>
                <th scope="col">layer</th>
                <th scope="col">you said</th>
                <th scope="col">it was</th>
                <th scope="col" class="n">
                  found
                </th>
                {supported.length > 0 && <th scope="col">your readings supported</th>}
              </tr>
            </thead>
            <tbody>
              {truth.layers.map((layer) => (
                <tr key={layer.layer}>
                  <th scope="row">{layer.label}</th>
                  <td>{layer.claim}</td>
                  <td>{layer.truth}</td>
                  <td class="n">{share(layer.recall)}</td>
                  {supported
                    .filter((s) => s.layer === layer.layer)
                    .map((s) => (
                      <Support key={s.layer} of={s} />
                    ))}
                </tr>
              ))}
              <tr>
                <th scope="row">Witness</th>
                <td>{truth.witness.claim}</td>
                <td colSpan={supported.length === 0 ? 2 : 3}>
                  {truth.witness.unaffected === null
                    ? 'not named'
                    : truth.witness.unaffected
                      ? 'was unaffected'
                      : 'was affected too'}
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
};
