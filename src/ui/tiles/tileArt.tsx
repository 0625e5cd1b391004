/**
 * The picture of an idea, drawn from its topic, look, polish and seed; the same everywhere and every time. Polish
 * shows as care: what is poorly made hangs askew, is cut badly and has a dull veil over it.
 */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Tile } from '../../session/view.ts';
import { LOOKS } from './looks.ts';
import { mirrors, motifOf } from './motifs.ts';
import { dice, type Shape } from './shapes.ts';

type Art = Pick<Tile, 'topic' | 'topicLabel' | 'look' | 'polish' | 'seed'>;

export const TileArt = ({ topic, topicLabel, look, polish, seed }: Art): JSX.Element => {
  const style = LOOKS[((look % LOOKS.length) + LOOKS.length) % LOOKS.length] ?? LOOKS[0];
  const { shapes, surface, transform } = useMemo(() => {
    const random = dice(seed);
    const care = Math.min(1, Math.max(0, polish));
    const askew = (1 - care) ** 2;
    const motif = motifOf(topic, topicLabel);
    const flip = random() > 0.5 && mirrors(motif);
    const tilt = (random() - 0.5) * 26 * askew;
    const shift = (random() - 0.5) * 26 * askew;
    return {
      shapes: motif(random),
      surface: style?.surface(random) ?? [],
      transform: `translate(${shift.toFixed(1)} ${(shift * 0.6).toFixed(1)}) rotate(${tilt.toFixed(1)} 50 65)${flip ? ' translate(100 0) scale(-1 1)' : ''}`,
    };
  }, [topic, topicLabel, look, polish, seed]);
  const ink = (index: number | null): string =>
    index === null ? 'none' : (style?.inks[index] ?? 'none');
  const path = (shape: Shape, key: number): JSX.Element => (
    <path
      key={key}
      d={shape.d}
      fill={ink(shape.fill)}
      stroke={shape.stroke === null && style?.outlined === true ? ink(6) : ink(shape.stroke)}
      stroke-width={shape.stroke === null ? 0.8 : shape.width}
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  );
  return (
    <svg
      class="tile-art"
      viewBox="0 0 100 130"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <rect width="100" height="130" fill={ink(0)} />
      <g transform={transform}>{shapes.map(path)}</g>
      <g>{surface.map(path)}</g>
      {polish < 0.45 && (
        <rect width="100" height="130" fill={ink(1)} opacity={(0.45 - polish) * 0.9} />
      )}
    </svg>
  );
};
