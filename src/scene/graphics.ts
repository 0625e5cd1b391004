import type { RendererKind } from './lensTypes.ts';

/** Drivers that imitate a graphics card on the processor; there, plain pixels are several times faster. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

let known: RendererKind | null = null;

/** Name of the graphics driver, or null without WebGL. */
const driverName = (): string | null => {
  const gl = document.createElement('canvas').getContext('webgl');
  if (gl === null) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL);
  // A page may hold few contexts: give the probe back at once.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
};

export const isSoftware = (driver: string): boolean => SOFTWARE.test(driver);

/** Which way of drawing this machine gets. Asked once a page. */
export const chooseRenderer = (): RendererKind => {
  if (known === null) {
    const driver = driverName();
    known = driver === null || isSoftware(driver) ? 'canvas2d' : 'webgl';
  }
  return known;
};
