import { generatorsOf, loopsFor, particleAt, PARTICLES, topicsOf } from './pipelineFlow.ts';
import { layoutPipeline, routesOf, type Route } from './pipelineLayout.ts';
import type { PipelineModel, PipelinePlacement } from './pipelineTypes.ts';
import type { SceneTheme } from './lensTypes.ts';
import { ease } from './swarm.ts';
import { mixColours, topicColour } from './topicColours.ts';

/** Without a simulated clock the stream flows calmly. Loops a second. */
const CALM = 0.028;
/** A step of the clock, and a change of colour, take this long. Seconds. */
const STEP = 1.1;
const RECOLOUR = 0.8;

export interface Particle {
  readonly x: number;
  readonly y: number;
  /** 0xRRGGBB. */
  readonly colour: number;
}

/** What both ways of drawing read. All times are seconds of the page's clock. */
export interface PipelineState {
  placement(): PipelinePlacement | null;
  routes(): readonly Route[];
  model(): PipelineModel | null;
  theme(): SceneTheme;
  /** Changes whenever boxes, bars or theme must be drawn anew. */
  revision(): number;
  particle(index: number, now: number): Particle;
  moving(now: number): boolean;
  resize(width: number, height: number): void;
  setTheme(theme: SceneTheme): void;
  update(model: PipelineModel, now: number): void;
}

const between = (now: number, since: number, length: number): number =>
  ease(Math.max(0, Math.min(1, (now - since) / length)));

export const createPipelineState = (initial: SceneTheme, reducedMotion: boolean): PipelineState => {
  let theme = initial;
  let placement: PipelinePlacement | null = null;
  let routes: Route[] = [];
  let model: PipelineModel | null = null;
  let revision = 0;
  let generators: Uint8Array = new Uint8Array(PARTICLES);
  let topics: Uint8Array = new Uint8Array(PARTICLES);
  let topicsBefore: Uint8Array = topics;
  let changedAt = -Infinity;
  let steppedAt = -Infinity;
  let loopsFrom = 0;
  let loopsTo = 0;

  const clocked = (): boolean => model?.tick !== undefined;
  const loops = (now: number): number => {
    if (reducedMotion) return loopsTo;
    if (!clocked()) return now * CALM;
    return loopsFrom + (loopsTo - loopsFrom) * between(now, steppedAt, STEP);
  };

  return {
    placement: () => placement,
    routes: () => routes,
    model: () => model,
    theme: () => theme,
    revision: () => revision,
    particle(index, now) {
      const route = routes[generators[index] ?? 0];
      const spot = route === undefined ? { x: 0, y: 0 } : particleAt(route, index, loops(now));
      const to = topicColour(topics[index] ?? 0, theme);
      const t = reducedMotion ? 1 : between(now, changedAt, RECOLOUR);
      const colour = t >= 1 ? to : mixColours(topicColour(topicsBefore[index] ?? 0, theme), to, t);
      return { ...spot, colour };
    },
    moving(now) {
      if (model === null || reducedMotion) return false;
      return !clocked() || now < steppedAt + STEP || now < changedAt + RECOLOUR;
    },
    resize(width, height) {
      placement = layoutPipeline(width, height);
      routes = routesOf(placement);
      revision++;
    },
    setTheme(next) {
      theme = next;
      revision++;
    },
    update(next, now) {
      if (model?.tick !== undefined && next.tick !== undefined && next.tick > model.tick) {
        loopsFrom = loops(now);
        loopsTo = loopsFrom + loopsFor(next.tick - model.tick);
        steppedAt = now;
      }
      const nextTopics = topicsOf(next.topicShares);
      if (model !== null && nextTopics.some((topic, i) => topic !== topics[i])) {
        topicsBefore = topics;
        changedAt = now;
      }
      topics = nextTopics;
      generators = generatorsOf(next);
      model = next;
      revision++;
    },
  };
};
