/** Your radius, and the truth: a picture, a sentence, and the three layers side by side. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RadiusTruth } from '../../scoring/debrief.ts';
import type { SupportedLayer } from '../../scoring/supportedView.ts';
import { useApp } from '../app/context.ts';
import { LayerByLayer } from './layerByLayer.tsx';
import { swarmColours } from './colours.ts';
import { drawSwarm } from './swarmPicture.ts';

/** Pixels of a row of discs. */
const ROW = 46;
/** Columns beyond which their names are set small, each on one line. */
const MANY = 6;

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
      drawSwarm(context, truth, { width, height, most: 260 }, swarmColours());
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
      <figcaption class={truth.columns.length > MANY ? 'many' : undefined} aria-hidden="true">
        {truth.columns.map((column) => (
          <span key={column}>{column}</span>
        ))}
      </figcaption>
    </figure>
  );
};

/** What was said counts before what was not. */
const gapOf = ({ expected, yours }: SupportedLayer): number =>
  yours === null ? -1 : expected - yours;

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
        <LayerByLayer truth={truth} supported={supported} />
      </details>
    </section>
  );
};
