/** The ten looks of ideas: colours and a surface each. These are pictures of products, not parts of the theme. */
import { box, ellipse, fill, line, times, type Shape } from './shapes.ts';

export interface TileLook {
  readonly name: string;
  /** ground, deep ground, main, second, accent, light, dark */
  readonly inks: readonly [string, string, string, string, string, string, string];
  /** Painted over the motif. */
  readonly surface: (random: () => number) => readonly Shape[];
  /** Whether the motif is outlined. */
  readonly outlined: boolean;
}

const plain = (): readonly Shape[] => [];

export const LOOKS: readonly TileLook[] = [
  {
    name: 'linen',
    inks: ['#f1e7d8', '#dccbb2', '#b98d64', '#8b9a7b', '#d96c4a', '#fbf5ea', '#4b3d30'],
    surface: () => times(13, (k) => line(`M0 ${k * 10}H100`, 0, 0.3)),
    outlined: false,
  },
  {
    name: 'nocturne',
    inks: ['#16213a', '#0d1428', '#3f6fb5', '#27406e', '#f4c35a', '#c9d8ef', '#070b17'],
    surface: plain,
    outlined: false,
  },
  {
    name: 'citrus',
    inks: ['#ffe66b', '#ffc93c', '#ff8a3d', '#6cbf4b', '#ff5d5d', '#fffbe3', '#5b3a00'],
    surface: () =>
      times(30, (k) => fill(ellipse((k % 6) * 18 + 6, Math.floor(k / 6) * 27 + 9, 1.1), 5)),
    outlined: false,
  },
  {
    name: 'sorbet',
    inks: ['#ffd9e3', '#f7b6c9', '#e87ea1', '#a6d8d4', '#9b7ede', '#fff6f8', '#6a3b57'],
    surface: plain,
    outlined: false,
  },
  {
    name: 'terracotta',
    inks: ['#e9b48f', '#cf8a62', '#a9502e', '#6f7f5c', '#f3dcc0', '#f8e9d8', '#43211a'],
    surface: (r) => times(40, () => fill(ellipse(r() * 100, r() * 130, 0.7), 6)),
    outlined: false,
  },
  {
    name: 'moss',
    inks: ['#d6dfc4', '#a9bb8c', '#587b48', '#2f5540', '#e0a53a', '#f4f7e8', '#1c2d22'],
    surface: plain,
    outlined: false,
  },
  {
    name: 'neon',
    inks: ['#1b0b2e', '#2c1150', '#ff3fa4', '#24e0e0', '#f8f047', '#e9d7ff', '#0b0316'],
    surface: () => [line(box(2, 2, 96, 126, 3), 3, 1)],
    outlined: true,
  },
  {
    name: 'film',
    inks: ['#d9d9d6', '#a8a8a4', '#5e5e5c', '#84847f', '#2b2b2b', '#f6f6f3', '#161616'],
    surface: (r) => times(60, () => fill(ellipse(r() * 100, r() * 130, 0.5), 5)),
    outlined: false,
  },
  {
    name: 'ink',
    inks: ['#fbfaf5', '#e9e6da', '#27408b', '#7d8fc4', '#d8352a', '#ffffff', '#10183a'],
    surface: plain,
    outlined: true,
  },
  {
    name: 'brass',
    inks: ['#123c3a', '#0a2928', '#c79a3f', '#2f7d72', '#f0d48a', '#e6f0e9', '#061817'],
    surface: () => [line(box(4, 4, 92, 122), 4, 1.2), line(box(7, 7, 86, 116), 2, 0.5)],
    outlined: false,
  },
];
