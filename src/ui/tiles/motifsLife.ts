/** Food, people, places and letters. */
import { box, ellipse, fill, leaf, line, poly, times, type Ink, type Motif } from './shapes.ts';

const TAU = Math.PI * 2;

export const weddings: Motif = (r) => [
  fill('M8 130V62Q8 12 50 12T92 62V130H84V62Q84 20 50 20T16 62V130z', 6),
  ...times(22, (k) => {
    const a = Math.PI * (1 + k / 21);
    const [x, y] = [50 + 38 * Math.cos(a), 58 + 42 * Math.sin(a)];
    return [
      fill(leaf(x, y, 9, 3, r() * TAU), 3),
      fill(ellipse(x + r() * 4 - 2, y + r() * 4 - 2, 2.6 + r() * 2.6), r() > 0.5 ? 4 : 5),
    ];
  }),
  fill(poly([50, 66], [74, 128], [26, 128]), 5),
  fill(poly([50, 66], [58, 128], [42, 128]), 0),
  fill(ellipse(50, 60, 7), 2),
  fill('M43 58Q50 42 57 58L66 96Q60 78 50 74T34 96z', 5),
];

export const gardens: Motif = (r) => [
  fill(box(0, 0, 100, 60), 5),
  fill('M0 58Q30 46 60 56T100 50V130H0z', 3),
  fill('M46 130Q40 92 54 58H60Q62 92 78 130z', 0),
  ...times(26, () => {
    const [x, y] = [r() * 100, 62 + r() * 64];
    const size = 2 + (y - 56) / 16;
    const ink: Ink = r() > 0.5 ? 4 : 2;
    return [
      line(`M${x} ${y}v${size * 2.4}`, 6, 0.9),
      ...times(5, (k) =>
        fill(
          ellipse(
            x + size * 0.7 * Math.cos((k / 5) * TAU),
            y + size * 0.7 * Math.sin((k / 5) * TAU),
            size * 0.55,
          ),
          ink,
        ),
      ),
      fill(ellipse(x, y, size * 0.4), 5),
    ];
  }),
];

export const bread: Motif = (r) => {
  const tilt = r() * 8 - 4;
  return [
    fill(box(0, 92, 100, 38), 1),
    fill(box(6, 88, 88, 14, 4), 6),
    fill(`M12 ${78 + tilt}Q12 ${40 + tilt} 50 38T88 ${78 - tilt}Q88 92 50 92T12 ${78 + tilt}z`, 2),
    fill(`M12 ${78 + tilt}Q14 ${48 + tilt} 50 44T88 ${78 - tilt}Q72 60 50 60T12 ${78 + tilt}z`, 3),
    ...times(4, (k) => fill(leaf(22 + k * 15, 72 - k * 1.4, 22, 4, -1.1), 5)),
    ...times(16, () => fill(ellipse(14 + r() * 72, 96 + r() * 22, 0.9), 5)),
  ];
};

export const hairstyles: Motif = (r) => {
  const bun = r() > 0.5;
  const fall = 84 + r() * 34;
  return [
    fill(bun ? ellipse(50, 18, 14) : `M22 52Q18 ${fall} 30 ${fall + 6}H70Q82 ${fall} 78 52z`, 2),
    fill(box(43, 82, 14, 24, 5), 5),
    fill('M18 130Q22 102 50 102T82 130z', 4),
    fill(ellipse(50, 60, 22, 27), 5),
    fill('M26 66Q20 26 50 26T74 66Q72 44 54 42Q34 42 26 66z', 2),
    ...times(5, (k) => line(`M${34 + k * 7} 30Q${28 + k * 9} 40 ${27 + k * 11} 52`, 6, 1)),
    line('M40 62h6M55 62h6M46 76q5 4 10 0', 6, 1.6),
  ];
};

export const nails: Motif = (r) => {
  const first = Math.floor(r() * 3);
  return [
    fill('M16 130V92Q16 78 30 76H74Q86 78 86 92V130z', 5),
    ...times(4, (k) => {
      const [x, top] = [16 + k * 18, [38, 22, 26, 44][k] ?? 30];
      const ink = ([2, 4, 3] as const)[(k + first) % 3] ?? 2;
      return [
        fill(box(x, top, 15, 90, 7.5), 5),
        line(`M${x + 3} ${top + 34}h9`, 1, 1),
        fill(
          `M${x + 2} ${top + 20}V${top - 2}Q${x + 7.5} ${top - 18} ${x + 13} ${top - 2}V${top + 20}Q${x + 7.5} ${top + 25} ${x + 2} ${top + 20}z`,
          ink,
        ),
        line(`M${x + 5} ${top + 14}v-14`, 0, 1.6),
      ];
    }),
  ];
};

export const travel: Motif = (r) => {
  const sun = 22 + r() * 56;
  return [
    fill(box(0, 0, 100, 130), 5),
    fill(ellipse(sun, 34, 15), 4),
    fill(`M0 84L${22 + r() * 10} 40L44 74L${66 + r() * 8} 30L100 82V130H0z`, 2),
    fill('M66 36L74 46L68 50L62 46z', 0),
    fill('M0 92Q30 76 56 90T100 84V130H0z', 3),
    fill('M0 108H100V130H0z', 1),
    ...times(4, (k) => line(`M${8 + k * 22} ${113 + (k % 2) * 7}q6-4 12 0`, 0, 1.6)),
  ];
};

export const sneakers: Motif = (r) => {
  const y = 58 + r() * 10;
  return [
    fill(ellipse(50, y + 40, 44, 6), 1),
    fill(
      `M10 ${y + 30}V${y}Q16 ${y - 8} 30 ${y - 4}L38 ${y - 14}Q48 ${y + 4} 62 ${y + 8}T92 ${y + 20}V${y + 30}z`,
      2,
    ),
    fill(`M64 ${y + 8}Q90 ${y + 10} 92 ${y + 30}H58z`, 3),
    ...times(4, (k) => line(`M${40 + k * 7} ${y - 8 + k * 4}l-9 9`, 5, 2.4)),
    fill(`M18 ${y + 22}Q40 ${y + 26} 60 ${y + 4}L64 ${y + 10}Q44 ${y + 32} 18 ${y + 28}z`, 4),
    fill(`M6 ${y + 29}H94V${y + 34}Q94 ${y + 40} 86 ${y + 40}H14Q6 ${y + 40} 6 ${y + 34}z`, 5),
    line(`M8 ${y + 35}H92`, 6, 1),
  ];
};

export const birthdayCakes: Motif = (r) => [
  fill(ellipse(50, 116, 42, 7), 6),
  ...times(3, (tier) => {
    const [w, top] = [70 - tier * 18, 90 - tier * 22];
    const x = 50 - w / 2;
    const drips = Math.round(w / 9);
    return [
      fill(box(x, top, w, 25, 3), ([2, 3, 2] as const)[tier] ?? 2),
      fill(box(x, top, w, 7, 3), 5),
      ...times(drips, (k) =>
        fill(box(x + k * (w / drips), top + 3, w / drips - 1.4, 6 + r() * 9, 3), 5),
      ),
    ];
  }),
  ...times(3, (k) => [
    fill(box(41 + k * 8, 28, 3, 18, 1), 4),
    fill(leaf(42.5 + k * 8, 28, 9, 3, -Math.PI / 2), 4),
  ]),
];

export const tattoos: Motif = (r) => {
  const petals = 5 + Math.floor(r() * 4);
  return [
    fill('M30 0H74Q86 66 70 130H30Q18 66 30 0z', 5),
    line(`M50 118Q${42 + r() * 16} 92 50 60`, 6, 1.8),
    ...times(3, (k) => line(leaf(50, 108 - k * 14, 18, 6, k % 2 === 0 ? -0.6 : -2.5), 6, 1.4)),
    ...times(petals, (k) =>
      line(leaf(50, 46, 24, 8, (k / petals) * TAU), k % 2 === 0 ? 2 : 6, 1.7),
    ),
    fill(ellipse(50, 46, 5), 4),
    ...times(5, (k) => fill(ellipse(30 + k * 10, 12 + (k % 2) * 5, 1.2), 6)),
  ];
};

export const salads: Motif = (r) => [
  fill(ellipse(52, 70, 46), 1),
  fill(ellipse(50, 66, 44), 5),
  fill(ellipse(50, 66, 37), 0),
  ...times(18, (k) =>
    fill(
      leaf(50 + 22 * Math.cos(k * 2.4) * r(), 66 + 22 * Math.sin(k * 2.4) * r(), 18, 6, r() * TAU),
      k % 3 === 0 ? 6 : 3,
    ),
  ),
  ...times(5, () => {
    const [x, y] = [50 + (r() - 0.5) * 44, 66 + (r() - 0.5) * 44];
    return [
      fill(ellipse(x, y, 7), 4),
      fill(ellipse(x, y, 5), 2),
      line(`M${x - 3} ${y}h6M${x} ${y - 3}v6`, 4, 1),
    ];
  }),
  ...times(3, () => line(ellipse(50 + (r() - 0.5) * 40, 66 + (r() - 0.5) * 40, 6), 5, 1.8)),
];

export const camping: Motif = (r) => [
  fill(box(0, 0, 100, 100), 6),
  ...times(22, () => fill(ellipse(r() * 100, r() * 62, 0.5 + r()), 5)),
  fill(ellipse(18 + r() * 20, 22, 9), 4),
  ...times(5, (k) => {
    const [x, h] = [4 + k * 23, 30 + r() * 22];
    return fill(poly([x, 98 - h], [x + 12, 100], [x - 12, 100]), 1);
  }),
  fill(box(0, 98, 100, 32), 3),
  fill(poly([50, 54], [88, 114], [12, 114]), 2),
  fill(poly([50, 54], [62, 114], [38, 114]), 4),
  fill(poly([50, 62], [55, 114], [45, 114]), 5),
  line('M50 54l-3-6M50 54l3-6', 5, 1.4),
];

export const puppies: Motif = (r) => {
  const droop = 30 + r() * 14;
  return [
    fill('M18 130Q20 96 50 96T82 130z', 2),
    fill(ellipse(50, 62, 31, 33), 2),
    fill(`M24 44Q8 40 10 ${44 + droop}Q22 ${52 + droop} 30 58z`, 3),
    fill(`M76 44Q92 40 90 ${44 + droop}Q78 ${52 + droop} 70 58z`, 3),
    fill(r() > 0.5 ? ellipse(62, 54, 13, 15) : ellipse(50, 44, 8, 16), 5),
    fill(ellipse(50, 78, 17, 14), 5),
    fill(ellipse(39, 58, 4), 6),
    fill(ellipse(61, 58, 4), 6),
    fill(ellipse(40.4, 56.6, 1.3), 0),
    fill(ellipse(62.4, 56.6, 1.3), 0),
    fill('M43 70Q50 66 57 70Q55 77 50 78T43 70z', 6),
    line('M50 78v6M50 84q-6 5-10 0M50 84q6 5 10 0', 6, 1.6),
    fill('M46 87h8v6q-4 5-8 0z', 4),
  ];
};

export const lettering: Motif = (r) => {
  const letter = Math.floor(r() * 4);
  const glyph = [
    'M24 104L46 22H56L78 104M33 74H69',
    'M30 22V104M30 22H54Q74 24 72 42T52 60H30M52 60Q78 62 76 82T52 104H30',
    'M76 40Q70 20 50 22T24 62T50 104T78 86V68H54',
    'M26 22L50 64L74 22M50 64V104',
  ][letter];
  return [
    line(glyph ?? '', 1, 20),
    line(glyph ?? '', 2, 15),
    line(glyph ?? '', 5, 3),
    ...times(2, (k) =>
      line(`M10 ${116 + k * 6}Q30 ${110 + k * 6} 50 ${116 + k * 6}T90 ${116 + k * 6}`, 4, 2),
    ),
  ];
};
