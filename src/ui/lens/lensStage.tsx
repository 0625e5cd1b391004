/** The canvas and, above it, everything of the lens that is text: labels, numbers, the names of the outlines. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { LensHandle, LensPlacement } from '../../scene/lensTypes.ts';
import type { LensView } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { CALM, useMedia } from '../app/useMedia.ts';
import { signed } from '../format.ts';
import { stands } from '../stands.ts';
import { cellFigure, cellName } from './layers.ts';
import { LensThen } from './lensThen.tsx';
import { useCells } from './useCells.ts';

const OUTLINE_NAMES = {
  reading: 'your radius',
  hurtNow: 'hurt now',
  hurtLater: 'hurt later',
  witness: 'your witness',
} as const;

const Labels = ({
  lens,
  placement,
}: {
  readonly lens: LensView;
  readonly placement: LensPlacement;
}): JSX.Element => {
  const { layout, outlines } = placement;
  return (
    <div class="lens-labels" aria-hidden="true">
      {lens.columns.map((column, index) => {
        const at = layout.columnLabels[index];
        const room = layout.cells[index]?.w;
        return at === undefined || room === undefined ? null : (
          <span
            key={column.key}
            class="column"
            style={{ left: `${at.x}px`, top: `${at.y}px`, maxWidth: `${room}px` }}
          >
            {column.label}
          </span>
        );
      })}
      {lens.rows.map((row, index) => {
        const at = layout.rowLabels[index];
        return at === undefined ? null : (
          <span key={row.key} class="row-label" style={{ left: `${at.x}px`, top: `${at.y}px` }}>
            {row.label}
          </span>
        );
      })}
      {lens.cells.map((cell, index) => {
        const at = layout.cells[index]?.number;
        return at === undefined || cell.deviation === null ? null : (
          <span
            key={`${cell.column ?? ''}|${cell.row ?? ''}`}
            class={`number mono ${stands(cell, lens.worse)} ${at.align}`}
            style={{ left: `${at.x}px`, top: `${at.y}px` }}
          >
            {signed(cell.deviation)}
            <small>%</small>
          </span>
        );
      })}
      {(['reading', 'hurtNow', 'hurtLater', 'witness'] as const).map((layer) => {
        const outline = outlines[layer];
        // Layers that lie on the same cells would write over each other: the outermost speaks.
        const hidden =
          (layer === 'hurtNow' || layer === 'hurtLater') &&
          outline !== null &&
          outlines.reading !== null &&
          Math.hypot(
            outline.label.x - outlines.reading.label.x,
            outline.label.y - outlines.reading.label.y,
          ) < 32;
        return outline === null || hidden ? null : (
          <span
            key={layer}
            class={`outline-name ${layer}`}
            style={{ left: `${outline.label.x}px`, top: `${outline.label.y}px` }}
          >
            {OUTLINE_NAMES[layer]}
          </span>
        );
      })}
    </div>
  );
};

export const LensStage = ({ lens }: { readonly lens: LensView }): JSX.Element => {
  const { theme } = useApp();
  const host = useRef<HTMLDivElement>(null);
  const handle = useRef<LensHandle | null>(null);
  const latest = useRef(lens);
  const placement = useSignal<LensPlacement | null>(null);
  const hovered = useSignal<number | null>(null);
  const broken = useSignal(false);
  const calm = useMedia(CALM);
  const cells = useCells(lens);
  const edits = useRef(cells);
  edits.current = cells;
  latest.current = lens;

  useEffect(() => {
    let gone = false;
    const mount = async (): Promise<void> => {
      const { mountLens } = await import('../../scene/lens.ts');
      if (gone || host.current === null) return;
      const made = mountLens(host.current, {
        theme: theme.value,
        reducedMotion: calm,
        onLasso: (indices) => edits.current.add(indices),
        onPick: (index) => edits.current.toggle(index),
        onHover: (index) => (hovered.value = index),
        onLayout: (next) => (placement.value = next),
      });
      handle.current = made;
      made.update(latest.current);
    };
    // The picture is one of two ways in: without it, the table does everything.
    mount().catch(() => (broken.value = true));
    return () => {
      gone = true;
      handle.current?.destroy();
      handle.current = null;
    };
  }, []);
  useEffect(() => handle.current?.update(lens), [lens]);
  useEffect(() => handle.current?.setTheme(theme.value), [theme.value]);
  useEffect(() => handle.current?.setReducedMotion(calm), [calm]);

  const over = hovered.value === null ? null : lens.cells[hovered.value];
  return (
    <div class="lens-stage">
      <div
        ref={host}
        class="lens-canvas"
        role="img"
        aria-label={`${lens.summary} The same as a table: key T.`}
      />
      {placement.value !== null && <Labels lens={lens} placement={placement.value} />}
      {broken.value && (
        <p class="lens-broken mute">
          The picture could not be drawn here. The table (key T) shows the same and does the same.
        </p>
      )}
      <LensThen />
      {over !== null && over !== undefined && hovered.value !== null && (
        <p class="lens-hover" aria-hidden="true">
          <b>{cellName(lens, hovered.value)}</b>
          <span class="mono">{cellFigure(over)}</span>
          <span class="mute">
            {over.dots} simulated for {over.millions.toFixed(1)} M
          </span>
        </p>
      )}
    </div>
  );
};
