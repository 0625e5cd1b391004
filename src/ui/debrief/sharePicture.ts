/** The picture to share: the swarm, the call-sign, one plain sentence. No title, no cause: nothing is given away. */
import type { Debrief, HarmLineId, RadiusTruth } from '../../scoring/debrief.ts';
import { readColour, swarmColours } from './colours.ts';
import { unbroken } from '../unbroken.ts';
import { drawSwarm, type SwarmBox } from './swarmPicture.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 56;
/** Width of the part that the swarm has. */
const PICTURE = 600;

const tenths = (share: number): string =>
  share >= 0.995 ? 'all' : `${Math.floor(share * 10)} in 10`;

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
      : told.recall === 0
        ? [`missed ${told.whom}`]
        : [`found ${tenths(told.recall)} of ${told.whom}`, ...beyond(told.precision)];
  return [...parts, `${moves.length} ${moves.length === 1 ? 'move' : 'moves'}`].join(', ');
};

const beyond = (precision: number | null): string[] => {
  if (precision === null) return [];
  const fine = Math.round((1 - precision) * 10);
  return fine === 0 ? ['nobody else'] : [`${fine} in 10 of the radius were fine`];
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

/** A picture that is wider than high reads better beside words: the longer dimension runs across. */
const lying = (truth: RadiusTruth): RadiusTruth => {
  const columns = Math.max(1, truth.columns.length);
  const rows = Math.max(1, truth.rows.length);
  if (rows <= columns) return truth;
  const cells = Array.from(
    { length: columns * rows },
    (_, at) => truth.cells[(at % rows) * columns + Math.floor(at / rows)],
  );
  return {
    ...truth,
    columns: truth.rows,
    rows: truth.columns,
    cells: cells.filter((cell) => cell !== undefined),
  };
};

/** Square tiles, as large as fit, in the middle of their part of the picture. */
const placed = (truth: RadiusTruth): SwarmBox => {
  const columns = Math.max(1, truth.columns.length);
  const rows = Math.max(1, truth.rows.length);
  const pitch = Math.min(PICTURE / columns, (HEIGHT - 2 * MARGIN) / rows);
  const [width, height] = [pitch * columns, pitch * rows];
  return {
    x: MARGIN + (PICTURE - width) / 2,
    y: (HEIGHT - height) / 2,
    width,
    height,
    most: pitch > 110 ? 700 : 360,
  };
};

export const paintShare = (debrief: Debrief): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * 2;
  canvas.height = HEIGHT * 2;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  context.scale(2, 2);
  const glow = context.createRadialGradient(380, 300, 40, 380, 300, 860);
  glow.addColorStop(0, readColour('--glow'));
  glow.addColorStop(1, readColour('--ink-0'));
  context.fillStyle = glow;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const truth = lying(debrief.radius);
  drawSwarm(context, truth, placed(truth), swarmColours());
  const display = '"Bricolage Grotesque Variable", sans-serif';
  const sans = '"Instrument Sans Variable", sans-serif';
  const left = MARGIN * 2 + PICTURE;
  context.fillStyle = readColour('--soft');
  context.font = `600 24px ${sans}`;
  context.fillText(debrief.callSign, left, 108);
  context.fillStyle = readColour('--text');
  context.font = `600 40px ${display}`;
  const sentence = `${plainSentence(debrief)}${sparedWords(debrief.harm.lines)}.`;
  const lines = wrapped(
    context,
    unbroken(sentence.charAt(0).toUpperCase() + sentence.slice(1)),
    WIDTH - left - MARGIN,
  );
  for (const [index, line] of lines.slice(0, 7).entries())
    context.fillText(line, left, 172 + index * 50);
  context.font = `700 24px ${display}`;
  context.fillText('Blast Radius', left, HEIGHT - MARGIN - 12);
  return canvas;
};

export const shareBlob = (debrief: Debrief): Promise<Blob | null> =>
  new Promise((resolve) => paintShare(debrief).toBlob(resolve, 'image/png'));
