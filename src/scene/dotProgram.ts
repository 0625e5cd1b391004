import { DOT_BYTES, LARGEST_DIAMETER, type Swarm } from './swarm.ts';

// `highp` in both: uniforms shared between shaders of different precision fail to link on some drivers.
const VERTEX = `
precision highp float;
attribute vec2 aFrom;
attribute vec2 aTo;
attribute float aDelay;
attribute vec4 aFromColour;
attribute vec4 aToColour;
uniform float uSeconds;
uniform float uTravel;
uniform vec3 uCanvas; // width and height in device pixels, device pixels per CSS px
varying vec3 vColour;
varying vec2 vRadius; // of the dot and half the point's side, device pixels
void main() {
  float t = clamp((uSeconds - aDelay) / uTravel, 0.0, 1.0);
  float u = 1.0 - t;
  float e = t < 0.5 ? 4.0 * t * t * t : 1.0 - 4.0 * u * u * u;
  vec4 colour = mix(aFromColour, aToColour, e);
  vec2 at = mix(aFrom, aTo, e) * uCanvas.z / uCanvas.xy;
  float radius = 0.5 * colour.a * ${LARGEST_DIAMETER.toFixed(1)} * uCanvas.z;
  float side = ceil(2.0 * radius) + 2.0;
  vColour = colour.rgb;
  vRadius = vec2(radius, 0.5 * side);
  gl_PointSize = side;
  gl_Position = vec4(at.x * 2.0 - 1.0, 1.0 - at.y * 2.0, 0.0, 1.0);
}`;

const FRAGMENT = `
precision highp float;
varying vec3 vColour;
varying vec2 vRadius;
void main() {
  float away = length(gl_PointCoord - 0.5) * 2.0 * vRadius.y;
  float cover = vRadius.x < 0.05 ? 0.0 : clamp(vRadius.x + 0.5 - away, 0.0, 1.0);
  gl_FragColor = vec4(vColour * cover, cover);
}`;

const compile = (gl: WebGLRenderingContext, type: number, source: string): WebGLShader | null => {
  const shader = gl.createShader(type);
  if (shader === null) return null;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
};

/** Name, components, type, normalised, offset in bytes. */
const ATTRIBUTES = [
  ['aFrom', 2, 'FLOAT', false, 0],
  ['aTo', 2, 'FLOAT', false, 8],
  ['aDelay', 1, 'FLOAT', false, 16],
  ['aFromColour', 4, 'UNSIGNED_BYTE', true, 20],
  ['aToColour', 4, 'UNSIGNED_BYTE', true, 24],
] as const;

export interface DotProgram {
  /** Copies the swarm's bytes to the graphics card. */
  write(swarm: Swarm): void;
  /** One draw call for all dots. `canvas`: width, height (device pixels), device pixels per CSS px. */
  draw(swarm: Swarm, seconds: number, canvas: readonly [number, number, number]): void;
  destroy(): void;
}

/** Compiles the program; throws with the driver's own words if that fails. */
export const createDotProgram = (gl: WebGLRenderingContext): DotProgram => {
  const program = gl.createProgram();
  const vertex = compile(gl, gl.VERTEX_SHADER, VERTEX);
  const fragment = compile(gl, gl.FRAGMENT_SHADER, FRAGMENT);
  if (vertex === null || fragment === null) throw new Error('the graphics context is lost');
  gl.attachShader(program, vertex);
  gl.attachShader(program, fragment);
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true && !gl.isContextLost()) {
    const why = [
      gl.getProgramInfoLog(program),
      gl.getShaderInfoLog(vertex),
      gl.getShaderInfoLog(fragment),
    ];
    throw new Error(`the dots' shader does not link: ${why.join(' ')}`);
  }
  const buffer = gl.createBuffer();
  const seconds = gl.getUniformLocation(program, 'uSeconds');
  const travel = gl.getUniformLocation(program, 'uTravel');
  const canvas = gl.getUniformLocation(program, 'uCanvas');
  const locations = ATTRIBUTES.map(([name]) => gl.getAttribLocation(program, name));

  return {
    write(swarm) {
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, swarm.bytes, gl.STATIC_DRAW);
    },
    draw(swarm, at, size) {
      gl.useProgram(program);
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      ATTRIBUTES.forEach(([, components, type, normalised, offset], i) => {
        const location = locations[i] ?? -1;
        gl.enableVertexAttribArray(location);
        gl.vertexAttribPointer(location, components, gl[type], normalised, DOT_BYTES, offset);
      });
      gl.uniform1f(seconds, at);
      gl.uniform1f(travel, swarm.travel);
      gl.uniform3f(canvas, size[0], size[1], size[2]);
      gl.drawArrays(gl.POINTS, 0, swarm.count);
      // Leave nothing enabled that the engine's own draw calls do not expect.
      for (const location of locations) gl.disableVertexAttribArray(location);
    },
    destroy() {
      gl.deleteBuffer(buffer);
      gl.deleteProgram(program);
      gl.deleteShader(vertex);
      gl.deleteShader(fragment);
    },
  };
};
