/** The canvas of the pipeline and, above it, its stages as buttons: what they say is text, what they do is a look. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type {
  PipelineHandle,
  PipelineModel,
  PipelinePlacement,
  StageHealth,
} from '../../scene/pipelineTypes.ts';
import type { PipelineStage as Stage, PipelineStageId, PipelineView } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { CALM, useMedia } from '../app/useMedia.ts';
import { wholeMinutes } from '../format.ts';
import { factsOf, healthWords, stageFacts } from './stageLook.ts';
import { useStageLook, type StageLook } from './useStageLook.ts';

const HEALTH: Readonly<Record<Stage['health'], StageHealth>> = {
  fine: 'ok',
  watch: 'warn',
  bad: 'bad',
};

const modelOf = (pipeline: PipelineView, tick: number): PipelineModel => ({
  topicShares: pipeline.topics.map((topic) => topic.now),
  before: pipeline.topics.map((topic) => topic.before),
  stages: pipeline.stages.map(({ id, label, health, running, version, age }) => ({
    id,
    label,
    version,
    age,
    health: running ? HEALTH[health] : 'off',
  })),
  tick,
});

/** Boxes lower than this hold one line. CSS px. */
const TWO_LINES = 38;

/** The room that the loop encloses: below the ranker, left of the log. */
const besideTraining = (placement: PipelinePlacement): { left: string; top: string } => {
  const ranker = placement.nodes.find((box) => box.id === 'ranker');
  return ranker === undefined
    ? { left: '0', top: '0' }
    : { left: `${ranker.x - ranker.w / 2 + 20}px`, top: `${ranker.y + ranker.h / 2 + 12}px` };
};

interface NodesProps {
  readonly pipeline: PipelineView;
  readonly placement: PipelinePlacement;
  readonly looks: StageLook;
  readonly onPoint: (stage: PipelineStageId | null) => void;
}

const Nodes = ({ pipeline, placement, looks, onPoint }: NodesProps): JSX.Element => (
  <ol class="pipeline-nodes" aria-label="Stages">
    {placement.nodes.map((box) => {
      const stage = pipeline.stages.find((found) => found.id === box.id);
      if (stage === undefined) return null;
      const item = looks.itemOf(stage.id);
      const second = stage.running ? stage.version || stage.age : 'off';
      return (
        <li
          key={box.id}
          style={{
            left: `${box.x - box.w / 2}px`,
            top: `${box.y - box.h / 2}px`,
            width: `${box.w}px`,
            height: `${box.h}px`,
          }}
        >
          <button
            type="button"
            class={`stage-node ${stage.running ? stage.health : 'off'}`}
            aria-disabled={item === null || item.disabled !== null}
            aria-label={`${stage.label}, ${healthWords(stage)}. ${stageFacts(stage)}.${item === null ? '' : ` Opens ${item.label}, ${wholeMinutes(item.cost)}.`}`}
            onClick={() => looks.open(stage.id)}
            onMouseEnter={() => onPoint(stage.id)}
            onMouseLeave={() => onPoint(null)}
            onFocus={() => onPoint(stage.id)}
            onBlur={() => onPoint(null)}
          >
            <b>{stage.label}</b>
            {box.h >= TWO_LINES && second !== '' && <span>{second}</span>}
          </button>
        </li>
      );
    })}
  </ol>
);

const Bars = ({ bars }: Pick<PipelinePlacement, 'bars'>): JSX.Element => (
  <div class="lens-labels" aria-hidden="true">
    {(['before', 'now'] as const).map((when) => (
      <span
        key={when}
        class="bar-name"
        style={{ left: `${bars[when].x}px`, top: `${bars[when].y - 8}px` }}
      >
        {when === 'now' ? 'topics now' : 'topics before'}
      </span>
    ))}
  </div>
);

export interface PipelineStageProps {
  readonly pipeline: PipelineView;
  /** Minute of the simulated clock: the stream moves when it does. */
  readonly tick: number;
}

export const PipelineStage = ({ pipeline, tick }: PipelineStageProps): JSX.Element => {
  const { theme } = useApp();
  const host = useRef<HTMLDivElement>(null);
  const handle = useRef<PipelineHandle | null>(null);
  const placement = useSignal<PipelinePlacement | null>(null);
  const pointed = useSignal<PipelineStageId | null>(null);
  const broken = useSignal(false);
  const calm = useMedia(CALM);
  const looks = useStageLook();
  const model = useMemo(() => modelOf(pipeline, tick), [pipeline, tick]);
  const latest = useRef({ model, looks });
  latest.current = { model, looks };

  useEffect(() => {
    let gone = false;
    const mount = async (): Promise<void> => {
      const { mountPipeline } = await import('../../scene/pipeline.ts');
      if (gone || host.current === null) return;
      const made = mountPipeline(host.current, {
        theme: theme.value,
        reducedMotion: calm,
        onPick: (stage) => latest.current.looks.open(stage),
        onLayout: (next) => (placement.value = next),
      });
      handle.current = made;
      made.update(latest.current.model);
    };
    // The picture is one of two ways in: without it, the tables do everything.
    mount().catch(() => (broken.value = true));
    return () => {
      gone = true;
      handle.current?.destroy();
      handle.current = null;
    };
  }, [calm]);
  useEffect(() => handle.current?.update(model), [model]);
  useEffect(() => handle.current?.setTheme(theme.value), [theme.value]);

  const over = pipeline.stages.find((stage) => stage.id === pointed.value);
  const item = over === undefined ? null : looks.itemOf(over.id);
  return (
    <div class="lens-stage pipeline-stage">
      <div ref={host} class="lens-canvas" aria-hidden="true" />
      {placement.value !== null && (
        <>
          <Bars bars={placement.value.bars} />
          <Nodes
            pipeline={pipeline}
            placement={placement.value}
            looks={looks}
            onPoint={(stage) => (pointed.value = stage)}
          />
        </>
      )}
      {broken.value && (
        <p class="lens-broken mute">
          The picture could not be drawn here. The tables (key T) show the same and do the same.
        </p>
      )}
      {over !== undefined && placement.value !== null && (
        <p class="pipeline-hover" aria-hidden="true" style={besideTraining(placement.value)}>
          <b>
            {over.label}: {healthWords(over)}
          </b>
          {factsOf(over).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {item !== null && (
            <span class="mute">
              opens {item.label}, {item.cost} min
            </span>
          )}
        </p>
      )}
    </div>
  );
};
