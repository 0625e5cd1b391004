import type { SceneTheme } from './lensTypes.ts';

/** Deviations beyond this are drawn as strongly as this. Per cent. */
export const RAMP_LIMIT = 40;

type Rgb = readonly [number, number, number];

/** Per cent and colour. Loss is warm and gain cool, and loss is also drawn larger, so hue never speaks alone. */
const STOPS: Readonly<Record<SceneTheme, readonly (readonly [number, Rgb])[]>> = {
  dark: [
    [-40, [255, 104, 54]],
    [-24, [250, 107, 64]],
    [-10, [158, 112, 110]],
    [0, [97, 113, 138]],
    [10, [98, 139, 170]],
    [24, [93, 178, 226]],
    [40, [104, 205, 255]],
  ],
  light: [
    [-40, [196, 52, 4]],
    [-24, [212, 66, 16]],
    [-10, [166, 112, 102]],
    [0, [120, 133, 152]],
    [10, [88, 130, 168]],
    [24, [26, 122, 186]],
    [40, [4, 98, 164]],
  ],
};

/** Lightest and darkest ground the dots of a theme are drawn on. */
export const GROUNDS: Readonly<Record<SceneTheme, readonly Rgb[]>> = {
  dark: [
    [10, 13, 18],
    [19, 26, 36],
  ],
  light: [
    [255, 255, 255],
    [246, 248, 251],
  ],
};

const mix = (a: number, b: number, t: number): number => Math.round(a + (b - a) * t);

/** Colour of a deviation in per cent; the ramp is continuous and constant beyond ±`RAMP_LIMIT`. */
export const colourOf = (theme: SceneTheme, value: number): Rgb => {
  const stops = STOPS[theme];
  const v = Number.isFinite(value) ? Math.max(-RAMP_LIMIT, Math.min(RAMP_LIMIT, value)) : 0;
  for (let i = 1; i < stops.length; i++) {
    const from = stops[i - 1];
    const to = stops[i];
    if (from === undefined || to === undefined || v > to[0]) continue;
    const t = (v - from[0]) / (to[0] - from[0]);
    return [
      mix(from[1][0], to[1][0], t),
      mix(from[1][1], to[1][1], t),
      mix(from[1][2], to[1][2], t),
    ];
  }
  return stops.at(-1)?.[1] ?? [0, 0, 0];
};

/**
 * Diameter of a dot relative to the layout's `dotSize`, 0.86…1. Losses swell and gains do not: the eye should go to
 * who is hurt, also where hues are hard to tell apart.
 */
export const sizeOf = (value: number): number => {
  const loss = Math.max(0, Math.min(1, (-value - 8) / 16));
  return 0.86 + 0.14 * loss * loss * (3 - 2 * loss);
};

/** The ramp as a CSS gradient from −limit to +limit, for the legend. */
export const rampGradient = (theme: SceneTheme): string => {
  const stops = STOPS[theme].map(([value, [r, g, b]]) => {
    const at = ((value + RAMP_LIMIT) / (2 * RAMP_LIMIT)) * 100;
    return `rgb(${r} ${g} ${b}) ${at.toFixed(1)}%`;
  });
  return `linear-gradient(90deg, ${stops.join(', ')})`;
};

const linear = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

const luminance = ([r, g, b]: Rgb): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** Contrast ratio of two colours as WCAG 2.2 defines it, 1…21. */
export const contrast = (a: Rgb, b: Rgb): number => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};
