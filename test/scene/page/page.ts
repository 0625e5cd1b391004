/** The scenes on a page of their own: what the browser tests of the scenes look at. */
import { mountLens } from '../../../src/scene/lens.ts';
import { mountPipeline } from '../../../src/scene/pipeline.ts';
import { STAGES } from '../../../src/scene/stages.ts';
import { samplePicture } from '../sampleView.ts';

const scenes = { mountLens, mountPipeline, samplePicture, STAGES };
export type Scenes = typeof scenes;

declare global {
  interface Window {
    scenes: Scenes;
  }
}

window.scenes = scenes;
