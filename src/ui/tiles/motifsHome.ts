/** Rooms, things and textiles. Each motif is a silhouette first: it must be told apart at 40 pixels. */
import { box, ellipse, fill, leaf, line, poly, times, type Ink, type Motif } from './shapes.ts';

export const kitchens: Motif = (r) => {
  const taps = 20 + r() * 40;
  return [
    fill(box(0, 0, 100, 84), 0),
    ...times(3, (k) => [
      fill(box(6 + k * 31, 8, 26, 30, 1), 2),
      fill(ellipse(28 + k * 31, 23, 1.6), 6),
    ]),
    ...times(4, (k) =>
      times(8, (j) => fill(box(2 + j * 12.4, 42 + k * 9, 11, 7.6, 1), (k + j) % 3 === 0 ? 5 : 1)),
    ),
    line(`M${taps} 80v-16q0-8 8-8t8 8v4`, 6, 3),
    fill(box(0, 80, 100, 7), 6),
    fill(box(0, 87, 100, 43), 3),
    ...times(3, (k) => [
      line(box(5 + k * 32, 93, 26, 30, 2), 1, 1.4),
      fill(box(14 + k * 32, 97, 8, 2, 1), 4),
    ]),
  ];
};

export const lamps: Motif = (r) => {
  const lean = r() * 16 - 8;
  return [
    fill(ellipse(50 + lean, 60, 46), 1),
    fill(ellipse(50 + lean, 56, 30), 5),
    line(`M${50 + lean} 60Q${50 + lean / 2} 92 50 118`, 6, 3.4),
    fill(ellipse(50, 119, 20, 5), 6),
    fill(poly([34 + lean, 24], [66 + lean, 24], [80 + lean, 62], [20 + lean, 62]), 4),
    fill(poly([34 + lean, 24], [46 + lean, 24], [38 + lean, 62], [20 + lean, 62]), 2),
    line(`M${66 + lean} 63v13`, 6, 1.4),
    fill(ellipse(66 + lean, 78, 2), 6),
  ];
};

export const quilts: Motif = (r) => {
  const kind = Math.floor(r() * 3);
  return times(4, (row) =>
    times(3, (column) => {
      const [x, y] = [column * 33.4, row * 32.6];
      const inks: readonly Ink[] = [2, 3, 4, 5];
      const a = inks[(row + column * (kind + 1)) % 4] ?? 2;
      const b = inks[(row * 3 + column + kind) % 4] ?? 3;
      return [
        fill(box(x, y, 33, 32), a === b ? 1 : a),
        fill(poly([x, y], [x + 16.5, y + 16], [x, y + 32]), b),
        fill(poly([x + 33, y], [x + 16.5, y + 16], [x + 33, y + 32]), b),
        line(box(x + 2, y + 2, 29, 28), 0, 0.8),
      ];
    }),
  );
};

export const bookshelves: Motif = (r) => [
  fill(box(8, 0, 84, 130), 6),
  ...times(4, (shelf) => {
    const y = 4 + shelf * 32;
    let x = 12;
    const books = [fill(box(12, y, 76, 27), 1)];
    while (x < 80) {
      const w = 4 + r() * 6;
      const h = 16 + r() * 10;
      const ink = ([2, 3, 4, 5] as const)[Math.floor(r() * 4)] ?? 2;
      if (r() > 0.14)
        books.push(
          fill(box(x, y + 27 - h, w, h, 0.6), ink),
          fill(box(x, y + 27 - h + 4, w, 1.4), 0),
        );
      x += w + 0.8;
    }
    return books;
  }),
];

export const ceramics: Motif = (r) => {
  const belly = 22 + r() * 12;
  const neck = 7 + r() * 5;
  const vase = `M${50 - neck} 30Q${50 - neck} 46 ${50 - belly} 66Q${50 - belly - 2} 100 ${50 - 14} 112H64Q${50 + belly + 2} 100 ${50 + belly} 66Q${50 + neck} 46 ${50 + neck} 30z`;
  return [
    fill(box(0, 100, 100, 30), 1),
    fill(ellipse(54, 113, 34, 6), 6),
    fill(vase, 2),
    fill(
      `M${50 - neck} 30Q${50 - neck} 46 ${50 - belly} 66Q${50 - belly - 2} 100 36 112H46Q${50 - belly + 6} 90 ${50 - belly + 10} 66Q46 46 46 30z`,
      5,
    ),
    ...times(3, (k) =>
      line(
        `M${50 - belly + 1} ${72 + k * 8}Q50 ${80 + k * 8} ${50 + belly - 1} ${72 + k * 8}`,
        4,
        2.2,
      ),
    ),
    fill(ellipse(50, 30, neck + 2, 3), 6),
  ];
};

export const nurseries: Motif = (r) => [
  line('M50 0v16', 6, 1.4),
  line('M20 18h60', 6, 2.4),
  ...times(4, (k) => {
    const [x, drop] = [23 + k * 18, 14 + r() * 18];
    const ink = ([2, 4, 3, 5] as const)[k] ?? 2;
    const body =
      k % 2 === 0
        ? ellipse(x, 22 + drop, 6)
        : poly([x, 14 + drop], [x + 7, 28 + drop], [x - 7, 28 + drop]);
    return [line(`M${x} 18v${drop}`, 6, 1), fill(body, ink)];
  }),
  fill(box(12, 84, 76, 28, 3), 3),
  ...times(8, (k) => fill(box(14 + k * 9.4, 64, 3.4, 46, 1.6), 5)),
  fill(box(10, 60, 80, 6, 3), 2),
  fill(box(10, 106, 80, 7, 3), 2),
  line('M14 122Q50 134 86 122', 6, 4),
];

export const bathrooms: Motif = (r) => [
  ...times(7, (row) =>
    times(6, (k) => line(box(k * 17.4 - (row % 2) * 8, row * 13, 17, 12.6), 1, 1)),
  ),
  fill(ellipse(50, 36, 20, 24), 6),
  fill(ellipse(50, 36, 17, 21), 5),
  line('M40 24l10 14M46 22l8 11', 0, 2),
  fill(`M8 84H92Q90 118 72 118H28Q10 118 8 84z`, 2),
  fill(box(4, 80, 92, 7, 3.5), 5),
  fill(box(24, 117, 6, 9, 2), 6),
  fill(box(70, 117, 6, 9, 2), 6),
  ...times(7, () => fill(ellipse(18 + r() * 64, 76 - r() * 10, 3 + r() * 4), 0)),
];

export const balconies: Motif = (r) => [
  fill(box(0, 0, 100, 86), 5),
  fill(ellipse(20 + r() * 60, 32, 15), 4),
  fill('M0 78Q24 60 46 74T100 66V96H0z', 1),
  fill(box(0, 104, 100, 26), 3),
  ...times(11, (k) => fill(box(2 + k * 9.6, 76, 2.2, 46), 6)),
  fill(box(0, 73, 100, 4), 6),
  ...times(3, (k) => [
    fill(poly([10 + k * 30, 96], [30 + k * 30, 96], [27 + k * 30, 112], [13 + k * 30, 112]), 2),
    ...times(7, (j) =>
      fill(
        leaf(20 + k * 30, 96, 14 + r() * 10, 4, -Math.PI * (0.15 + j * 0.117)),
        j % 3 === 0 ? 4 : 3,
      ),
    ),
  ]),
];

export const posters: Motif = (r) => {
  const kind = Math.floor(r() * 3);
  const art =
    kind === 0
      ? [fill(ellipse(50, 54, 20), 4), fill(box(26, 60, 48, 22), 2)]
      : kind === 1
        ? times(5, (k) =>
            line(
              `M24 ${40 + k * 10}Q50 ${24 + k * 10} 76 ${40 + k * 10}`,
              ([2, 3, 4, 6, 2] as const)[k] ?? 2,
              5,
            ),
          )
        : [
            fill(box(26, 30, 24, 28), 2),
            fill(box(50, 58, 24, 28), 4),
            fill(ellipse(62, 44, 10), 3),
          ];
  return [
    fill(box(0, 112, 100, 18), 1),
    fill(box(20, 20, 64, 86), 1),
    fill(box(17, 16, 66, 86), 6),
    fill(box(20, 19, 60, 80), 5),
    ...art,
    fill(box(26, 88, 30, 3), 6),
    fill(box(26, 93, 18, 2), 6),
  ];
};

export const wardrobes: Motif = (r) => [
  fill(box(4, 12, 92, 4, 2), 6),
  ...times(6, (k) => {
    const x = 14 + k * 14.4;
    const long = 50 + r() * 44;
    const ink = ([2, 3, 4, 5, 2, 1] as const)[Math.floor(r() * 6)] ?? 2;
    return [
      line(`M${x} 14q4 5 0 8`, 6, 1.2),
      fill(`M${x} 21L${x + 8} 29V${26 + long}H${x - 8}V29z`, ink),
      line(`M${x} 30V${22 + long}`, 6, 0.7),
    ];
  }),
  fill(box(8, 120, 20, 6, 3), 4),
  fill(box(32, 120, 20, 6, 3), 6),
];

export const knitting: Motif = (r) => {
  const [x, y] = [44 + r() * 12, 62 + r() * 6];
  return [
    line(`M${x + 8} ${y - 10}L92 12M${x - 4} ${y - 12}L66 8`, 6, 3),
    fill(ellipse(92, 12, 4), 4),
    fill(ellipse(66, 8, 4), 4),
    fill(ellipse(x, y, 32), 2),
    ...times(5, (k) =>
      line(
        `M${x - 28 + k * 6} ${y - 16 + k * 2}Q${x + k * 4} ${y - 30 + k * 12} ${x + 28 - k} ${y - 4 + k * 6}`,
        5,
        1.8,
      ),
    ),
    ...times(4, (k) =>
      line(
        `M${x - 22 + k * 7} ${y + 22 - k}Q${x - 20 + k * 12} ${y - 6} ${x + 8 + k * 6} ${y - 28 + k * 3}`,
        3,
        1.8,
      ),
    ),
    line(`M${x + 16} ${y + 28}Q90 96 70 108T24 122`, 2, 3),
  ];
};
