/** What the free strip says of a stage. */
import { withError } from '../panels/frame.ts';
import type { PipelineStage, StripTile } from '../view.ts';
import { worst } from './health.ts';

/** The worst of the strip's own states among tiles that are read at a stage, and those tiles in words. */
export function fromStrip(
  strip: readonly StripTile[],
  ids: readonly string[],
): Pick<PipelineStage, 'health' | 'note'> {
  const tiles = strip.filter((tile) => ids.includes(tile.id));
  return {
    health: worst(tiles.map((tile) => tile.state)),
    note: tiles.map(tileWords).join('; '),
  };
}

function tileWords(tile: StripTile): string {
  const name = tile.id === 'p99_ms' ? tile.label : lowerFirst(tile.label);
  if (tile.deviation === null || tile.error === null) return `${name} ${tile.value}`;
  return `${name} ${withError(tile.deviation, tile.error)}`;
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
