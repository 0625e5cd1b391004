/** The picture to share: the swarm, the call-sign, one plain sentence. No title, no cause: nothing is given away. */
import type { Debrief, HarmLineId } from '../../scoring/debrief.ts';
import { readColour, swarmColours } from './colours.ts';
import { drawSwarm } from './swarmPicture.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 64;

const tenths = (share: number): string =>
  share >= 0.995 ? 'all' : `${Math.floor(share * 10)} in 10`;

/** *found 9 in 10 of the hurt, touched nobody else, six moves* */
export const plainSentence = (debrief: Debrief): string => {
  const reading = debrief.radius.layers.find((layer) => layer.layer === 'reading');
  const found = reading?.recall ?? null;
  const precise = reading?.precision ?? null;
  const parts = [
    found === null
      ? 'drew no radius'
      : found === 0
        ? 'missed those whose numbers moved'
        : `found ${tenths(found)} of those whose numbers moved`,
    precise === null
      ? null
      : precise > 0.97
        ? 'nobody else'
        : `${Math.round((1 - precise) * 10)} in 10 of the radius were fine`,
    `${debrief.moves.length} moves`,
  ];
  return parts.filter((part) => part !== null).join(', ');
};

const wrapped = (
  context: CanvasRenderingContext2D,
  text: string,
  width: number,
): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (context.measureText(longer).width > width && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};

const spared = (debrief: Debrief): number | null => {
  const total = (id: HarmLineId): number | undefined =>
    debrief.harm.lines.find((line) => line.id === id)?.total;
  const [you, nothing] = [total('you'), total('nothing')];
  return you === undefined || nothing === undefined || nothing <= 0 ? null : 1 - you / nothing;
};

export const paintShare = (debrief: Debrief): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const glow = context.createRadialGradient(700, 260, 40, 700, 260, 760);
  glow.addColorStop(0, readColour('--glow'));
  glow.addColorStop(1, readColour('--ink-0'));
  context.fillStyle = glow;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  drawSwarm(
    context,
    debrief.radius,
    { x: MARGIN, y: 116, width: WIDTH - 2 * MARGIN, height: 330, most: 900 },
    swarmColours(),
  );
  const display = '"Bricolage Grotesque Variable", sans-serif';
  const sans = '"Instrument Sans Variable", sans-serif';
  context.fillStyle = readColour('--soft');
  context.font = `600 26px ${sans}`;
  context.fillText(debrief.callSign, MARGIN, 80);
  context.textAlign = 'right';
  context.fillStyle = readColour('--text');
  context.font = `700 26px ${display}`;
  context.fillText('Blast Radius', WIDTH - MARGIN, 80);
  context.textAlign = 'left';
  context.font = `600 38px ${display}`;
  const share = spared(debrief);
  const sentence = `${plainSentence(debrief)}${share !== null && share > 0.05 ? `, ${Math.round(share * 100)} % of the harm spared` : ''}.`;
  const lines = wrapped(
    context,
    sentence.charAt(0).toUpperCase() + sentence.slice(1),
    WIDTH - 2 * MARGIN,
  );
  for (const [index, line] of lines.slice(0, 2).entries())
    context.fillText(line, MARGIN, 524 + index * 48);
  return canvas;
};

export const shareBlob = (debrief: Debrief): Promise<Blob | null> =>
  new Promise((resolve) => paintShare(debrief).toBlob(resolve, 'image/png'));
