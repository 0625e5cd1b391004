/** The picture to share: the swarm, the call-sign, one plain sentence. No title, no cause: nothing is given away. */
import type { Debrief, HarmLineId } from '../../scoring/debrief.ts';
import { tenths } from '../../scoring/tenthsWords.ts';
import { readColour, swarmColours } from './colours.ts';
import { unbroken } from '../unbroken.ts';
import { drawSpark } from './harmSpark.ts';
import { drawPacked } from './packedSwarm.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 56;
const SWARM = { x: 330, y: HEIGHT / 2, half: 274 } as const;
/** Where words begin. */
const TEXT = 668;

/** The layer worth a sentence: who was hurt, else whose numbers moved, else who would be hurt, where a claim can be held against it. */
const LAYERS = [
  ['hurtNow', 'the hurt'],
  ['reading', 'those whose numbers moved'],
  ['hurtLater', 'those who would be hurt'],
] as const;

/** *found 9 in 10 of the hurt, nobody else, six moves* */
export const plainSentence = ({ radius, moves }: Debrief): string => {
  const told = LAYERS.flatMap(([id, whom]) => {
    const layer = radius.layers.find((l) => l.layer === id);
    if (layer === undefined || layer.recall === null || !layer.said || layer.truthNobody) return [];
    return [{ whom, recall: layer.recall, precision: layer.precision }];
  })[0];
  const drawn = radius.layers.some((l) => l.said);
  const parts =
    told === undefined
      ? [drawn ? 'drew a radius' : 'drew no radius']
      : tenths(told.recall) === 'none'
        ? [`missed ${told.whom}`]
        : [`found ${tenths(told.recall)} of ${told.whom}`, ...beyond(told.precision)];
  return [...parts, `${moves.length} ${moves.length === 1 ? 'move' : 'moves'}`].join(', ');
};

const beyond = (precision: number | null): string[] => {
  if (precision === null) return [];
  const fine = 1 - precision;
  if (tenths(fine) === 'none') return ['nobody else'];
  return [fine < 0.05 ? 'hardly anybody else' : `${tenths(fine)} of the radius were fine`];
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

/** What was spared of the harm of doing nothing; empty where it is not worth a word. */
export const sparedWords = (lines: Debrief['harm']['lines']): string => {
  const total = (id: HarmLineId): number | undefined => lines.find((line) => line.id === id)?.total;
  const [you, nothing] = [total('you'), total('nothing')];
  if (you === undefined || nothing === undefined || nothing <= 0) return '';
  const share = 1 - you / nothing;
  if (share > 1) return ', all of the harm spared and more';
  return share > 0.05 ? `, ${Math.round(share * 100)} % of the harm spared` : '';
};

const display = '"Bricolage Grotesque Variable", sans-serif';
const sans = '"Instrument Sans Variable", sans-serif';

export const paintShare = (debrief: Debrief): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * 2;
  canvas.height = HEIGHT * 2;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  context.scale(2, 2);
  paintGround(context);
  const colours = swarmColours();
  drawPacked(context, debrief.radius, SWARM, colours);
  context.fillStyle = readColour('--soft');
  context.font = `600 24px ${sans}`;
  context.fillText(debrief.callSign, TEXT, 96);
  context.fillStyle = readColour('--text');
  const bottom = paintSentence(context, debrief);
  const top = Math.max(bottom + 60, 312);
  drawSpark(
    context,
    debrief.harm,
    { left: TEXT, top, width: WIDTH - TEXT - MARGIN, height: 486 - top },
    {
      harm: colours.hurt,
      yours: readColour('--text'),
      soft: readColour('--soft'),
      font: `500 17px ${sans}`,
    },
  );
  paintBrand(context, TEXT, HEIGHT - MARGIN + 4);
  return canvas;
};

/** The sign of the page's head, with its name; `foot`: of the letters. */
const paintBrand = (context: CanvasRenderingContext2D, left: number, foot: number): void => {
  const [x, y] = [left + 12, foot - 8];
  context.strokeStyle = readColour('--text');
  context.lineWidth = 2;
  context.setLineDash([4.2, 3]);
  context.beginPath();
  context.arc(x, y, 11, 0, 7);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = readColour('--loss');
  context.beginPath();
  context.arc(x, y, 3.8, 0, 7);
  context.fill();
  context.fillStyle = readColour('--text');
  context.font = `700 24px ${display}`;
  context.fillText('Blast Radius', left + 34, foot);
};

const paintGround = (context: CanvasRenderingContext2D): void => {
  const glow = context.createRadialGradient(SWARM.x, SWARM.y, 40, SWARM.x, SWARM.y, 900);
  glow.addColorStop(0, readColour('--glow'));
  glow.addColorStop(1, readColour('--ink-0'));
  context.fillStyle = glow;
  context.fillRect(0, 0, WIDTH, HEIGHT);
};

/** Gives where it ends. */
const paintSentence = (context: CanvasRenderingContext2D, debrief: Debrief): number => {
  const sentence = `${plainSentence(debrief)}${sparedWords(debrief.harm.lines)}.`;
  const said = unbroken(sentence.charAt(0).toUpperCase() + sentence.slice(1));
  context.font = `600 38px ${display}`;
  const lines = wrapped(context, said, WIDTH - TEXT - MARGIN).slice(0, 7);
  for (const [index, line] of lines.entries()) context.fillText(line, TEXT, 152 + index * 46);
  return 152 + (lines.length - 1) * 46;
};

export const shareBlob = (debrief: Debrief): Promise<Blob | null> =>
  new Promise((resolve) => paintShare(debrief).toBlob(resolve, 'image/png'));
