/** What was said of each layer, what was so, and what the readings supported: a block a layer, for the column is narrow. */
import type { JSX } from 'preact';
import './layerByLayer.css';
import type { RadiusTruth } from '../../scoring/debrief.ts';
import type { SupportedLayer } from '../../scoring/supportedView.ts';

const share = (value: number | null): string =>
  value === null ? '–' : `${Math.round(value * 100)} %`;

const fitOf = ({ expected, yours }: SupportedLayer): string =>
  `fits to ${share(expected)}${yours === null ? '' : `, yours to ${share(yours)}`}`;

interface BlockProps {
  readonly label: string;
  readonly found?: string;
  readonly rows: readonly (readonly [term: string, text: string, aside?: string])[];
}

const Block = ({ label, found, rows }: BlockProps): JSX.Element => (
  <li>
    <h3>
      {label}
      {found !== undefined && <span class="mono">found {found}</span>}
    </h3>
    <dl>
      {rows.map(([term, text, aside]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {text}
            {aside !== undefined && <span class="mute"> {aside}</span>}
          </dd>
        </div>
      ))}
    </dl>
  </li>
);

const WITNESS = { true: 'unaffected', false: 'affected too', null: 'not named' } as const;

export const LayerByLayer = ({
  truth,
  supported,
}: {
  readonly truth: RadiusTruth;
  readonly supported: readonly SupportedLayer[];
}): JSX.Element => (
  <ul class="layer-blocks">
    {truth.layers.map(({ layer, label, claim, truth: was, recall }) => (
      <Block
        key={layer}
        label={label}
        found={share(recall)}
        rows={[
          ['you said', claim],
          ['it was', was],
          ...supported
            .filter((s) => s.layer === layer)
            .map((s) => ['readings supported', s.claim, fitOf(s)] as const),
        ]}
      />
    ))}
    <Block
      label="Witness"
      rows={[
        ['you said', truth.witness.claim],
        ['it was', WITNESS[`${truth.witness.unaffected}`]],
      ]}
    />
  </ul>
);
