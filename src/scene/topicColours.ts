import type { SceneTheme } from './lensTypes.ts';

/** Okabe–Ito, lifted for a dark ground and deepened for a light one; further topics repeat them half-toned. */
const TOPICS: Readonly<Record<SceneTheme, readonly number[]>> = {
  dark: [0x5ec0f2, 0xf0a32f, 0x24b98a, 0xf2e55c, 0xdd8fb8, 0xff6b3d, 0x7d9ff5, 0xb9c4d3],
  light: [0x1a7fb5, 0xa86a00, 0x0b7f5c, 0x857b00, 0xa8507e, 0xc4420c, 0x3b62c4, 0x5c6b80],
};

const halfTone = (colour: number, theme: SceneTheme): number => {
  // Towards the theme's text, so that contrast with the ground never falls.
  const to = theme === 'dark' ? 255 : 0;
  const part = (shift: number): number => Math.round((((colour >> shift) & 255) + to) / 2) << shift;
  return part(16) | part(8) | part(0);
};

/** Colour of a topic as 0xRRGGBB. */
export const topicColour = (topic: number, theme: SceneTheme): number => {
  const table = TOPICS[theme];
  const colour = table[topic % table.length] ?? 0;
  return Math.floor(topic / table.length) % 2 === 0 ? colour : halfTone(colour, theme);
};

/** A colour between two, `t` 0…1; all 0xRRGGBB. */
export const mixColours = (a: number, b: number, t: number): number => {
  const part = (shift: number): number => {
    const from = (a >> shift) & 255;
    return Math.round(from + (((b >> shift) & 255) - from) * t) << shift;
  };
  return part(16) | part(8) | part(0);
};

/** 0xRRGGBB as CSS. */
export const cssColour = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
