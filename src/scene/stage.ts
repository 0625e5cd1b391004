import { Core, Game, Scale, WEBGL } from 'phaser';
import { LensScene } from './lensScene.ts';
import { PipelineScene } from './pipelineScene.ts';

/**
 * The one game of the page. It has one canvas, which is lent to one picture at a time: a second picture that is open
 * meanwhile draws without it. Between loans the game sleeps and keeps its graphics context.
 */
export interface Stage {
  readonly game: Game;
  readonly canvas: HTMLCanvasElement;
  /** CSS px, and device pixels per CSS px. */
  resize(width: number, height: number, density: number): void;
  /** Gives the canvas back; the scene shuts down. */
  release(): void;
}

type SceneKey = 'lens' | 'pipeline';

let game: Promise<Game> | null = null;
let lent = false;

const startGame = (): Promise<Game> =>
  new Promise((resolve) => {
    const made: Game = new Game({
      type: WEBGL,
      parent: null,
      width: 16,
      height: 16,
      transparent: true,
      banner: false,
      autoFocus: false,
      scale: { mode: Scale.NONE, expandParent: false },
      render: { antialias: true, antialiasGL: false, powerPreference: 'low-power' },
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false, windowEvents: false },
      scene: [],
      callbacks: {
        postBoot: (booted) => {
          booted.scene.add('lens', LensScene, false);
          booted.scene.add('pipeline', PipelineScene, false);
          resolve(booted);
        },
      },
    });
    made.events.once(Core.Events.DESTROY, () => {
      game = null;
    });
  });

/** Borrows the stage for a scene, or null while somebody else has it. `data` goes to the scene's `init`. */
export const borrowStage = async (key: SceneKey, data: object): Promise<Stage | null> => {
  if (lent) return null;
  lent = true;
  game ??= startGame();
  const current = await game;
  const { scene, canvas, scale, loop } = current;
  scene.start(key, data);
  loop.wake();
  let open = true;
  return {
    game: current,
    canvas,
    resize(width, height, density) {
      // The engine's own resize mode is blurry on dense screens: size in device pixels, shown at 1 / density.
      scale.setZoom(1 / density);
      scale.resize(
        Math.max(1, Math.round(width * density)),
        Math.max(1, Math.round(height * density)),
      );
    },
    release() {
      if (!open) return;
      open = false;
      lent = false;
      scene.stop(key);
      canvas.remove();
      loop.sleep();
    },
  };
};
