/** A debrief as the analysis would give it. */
import type { Debrief } from '../../src/scoring/debrief.ts';

const ticks = Array.from({ length: 49 }, (_, k) => 2285 + k * 30);
const after = (tick: number, from: number, rate: number): number => Math.max(0, tick - from) * rate;
const line = (
  id: Debrief['harm']['lines'][number]['id'],
  label: string,
  shape: (tick: number) => number,
): Debrief['harm']['lines'][number] => {
  const values = ticks.map(shape);
  return {
    id,
    label,
    values,
    low: values.map((v) => v * 0.92),
    high: values.map((v) => v * 1.09),
    total: values.at(-1) ?? 0,
  };
};

const COLUMNS = ['9.10', '9.9', '9.8', 'iOS 26.4', 'iOS 26.3', 'web'];
const ROWS = ['N. America', 'Europe', 'India'];

export const DEBRIEF: Debrief = {
  traceable: true,
  title: 'The denominator grew',
  callSign: 'Tue 14:05 · Android Home',
  seed: 'cork-13',
  verdict: 'You found the broken meter, then let tonight’s model learn from it.',
  subline: 'Nobody was hurt on Tuesday. On Wednesday, 1.1 million people on app 9.10 were.',
  swing: {
    move: 6,
    atLabel: 'Tue 15:10',
    headline: 'You closed without setting today’s 9.10 rows aside.',
    reason:
      'It looked finished: the release was paused and the metric marked. Training reads the log, not the metric.',
    cost: 0.94,
  },
  harm: {
    perMillion: 1,
    unit: 'saves of real relevance lost, millions',
    ticks,
    tickLabels: ticks.map(
      (tick) =>
        `${tick < 2880 ? 'Tue' : 'Wed'} ${String(Math.floor((tick % 1440) / 60)).padStart(2, '0')}:${String(tick % 60).padStart(2, '0')}`,
    ),
    lines: [
      line('nothing', 'nothing done', (t) => after(t, 3000, 0.0027)),
      line('rollback', 'global rollback', (t) => after(t, 2285, 0.0004) + after(t, 3000, 0.002)),
      line('everything', 'everything at once', (t) => after(t, 2285, 0.00066)),
      line('you', 'you', (t) => after(t, 2285, 0.00004) + after(t, 3000, 0.0017)),
      line('reference', 'author’s best', (t) => after(t, 2285, 0.00007)),
    ],
    markers: [{ tick: 3000, label: 'training reads the log' }],
  },
  radius: {
    sentence: 'Readings: all of it, nothing else. Hurt later: not said.',
    layers: [
      {
        layer: 'reading',
        label: 'Readings moved',
        truth: 'app 9.10',
        claim: 'app 9.10',
        precision: 1,
        recall: 1,
        said: true,
        truthNobody: false,
        touched: [{ where: { activity: ['core'] }, loss: 0.1 }],
      },
      {
        layer: 'hurtNow',
        label: 'Hurt now',
        truth: 'nobody',
        claim: 'nobody',
        precision: 1,
        recall: 1,
        said: true,
        truthNobody: true,
        touched: [],
      },
      {
        layer: 'hurtLater',
        label: 'Hurt later',
        truth: 'app 9.10',
        claim: 'not said',
        precision: null,
        recall: 0,
        said: false,
        truthNobody: false,
        touched: [{ where: { activity: ['core'] }, loss: 0.1 }],
      },
    ],
    witness: { claim: 'app 9.9', unaffected: true },
    columns: COLUMNS,
    rows: ROWS,
    cells: ROWS.flatMap((_, row) =>
      COLUMNS.map((__, column) => ({
        loss: column === 0 ? 0.27 : 0,
        hurt: column === 0 ? 1 : 0,
        claimed: column === 0 && row < 3,
        people: [1, 0.95, 0.5, 0.85, 0.55, 0.7][column]! * [1, 0.9, 0.7][row]! * 9.4,
      })),
    ),
  },
  untried: null,
  principles: [
    {
      id: 'meter',
      title: 'Doubt the meter',
      verdict: 'kept',
      questions: [15],
      because: 'Two sources read before acting.',
      lines: ['14:31 looked at server writes beside logs', '14:40 paused the release of 9.10'],
      fair: '',
    },
    {
      id: 'who',
      title: 'Know who is hurt before asking why',
      verdict: 'kept',
      questions: [16],
      because: 'Declared 14:26, before any change.',
      lines: ['14:26 declared app 9.10'],
      fair: '',
    },
    {
      id: 'truth',
      title: 'Engagement is evidence, not truth',
      verdict: 'broken',
      questions: [6],
      because: 'Ghost rows reached the 02:00 training.',
      lines: ['15:10 closed', '02:00 training read 212,000 rows of 9.10'],
      fair: 'The metric was marked, and the dashboard looked clean from then on.',
    },
    {
      id: 'undo',
      title: 'Rehearse the way back',
      verdict: 'not exercised',
      questions: [20],
      because: 'No rollback was called for.',
      lines: [],
      fair: '',
    },
    {
      id: 'talk',
      title: 'Say what is known, and when you will know more',
      verdict: 'kept',
      questions: [24],
      because: 'One note, in time, none of it too certain.',
      lines: ['14:55 note to partners'],
      fair: '',
    },
  ],
  inherited: null,
  moves: [
    ['14:05', 'page', 0, ''],
    ['14:07', 'by region', 2, 'good'],
    ['14:10', 'by platform', 2, 'good'],
    ['14:13', 'by build', 2, 'best'],
    ['14:16', 'changes', 1, 'good'],
    ['14:26', 'declare', 0, 'best'],
    ['14:31', 'server writes', 3, 'best'],
    ['14:40', 'pause 9.10', 2, 'best'],
    ['14:55', 'note to partners', 0, 'late'],
    ['15:10', 'close', 0, 'mistake'],
  ].map(([atLabel, label, minutes, note], index) => ({
    index,
    atLabel: `Tue ${atLabel}`,
    label: String(label),
    minutes: Number(minutes),
    note: String(note),
    retry: index > 0,
  })),
  bands: [
    {
      id: 'impact',
      label: 'impact',
      band: 'fair',
      because: 'Harm of 1.1 M lost saves, against 0.1 M in the best line known.',
    },
    {
      id: 'process',
      label: 'process',
      band: 'good',
      because: 'Radius before cause, two sources, one reversible hold.',
    },
    {
      id: 'confidence',
      label: 'confidence',
      band: 'strong',
      because: 'Said 60 % when the readings supported 58 %.',
    },
  ],
  story: [
    'App 9.10 fired its impression event twice whenever a tile came back into view. Saves stayed as they were; the denominator grew.',
    'The save rate of 9.10 fell by 27 % in the client log and by nothing at all in the server’s writes.',
    'At 02:00 the nightly training read the surplus rows as ideas seen and not saved, and the new model learned to distrust them.',
  ],
  interview: {
    yours:
      'Situation: the Android Home save rate dropped 11 % in twenty minutes.\nI first asked whose numbers had moved: one app build, in every region, with its neighbour build untouched.\nServer-side writes were flat, so I treated it as a meter problem and paused the release.\nWhat I missed: the training job reads the same log. Next time I quarantine before I close.',
    model:
      'Ask whose numbers moved, confirm with a second source, hold what is cheap to hold, then see to what the log will teach tonight.',
  },
  draft: {
    by: 'Noor',
    sentences: [
      {
        text: 'It is only logging and has no consequences.',
        struck: true,
        supported: false,
        left: 'rightly struck',
        because: 'Nothing that could be read says as much.',
        lines: [],
      },
      {
        text: 'Finding: Android 9.10 reports impressions more than once.',
        struck: false,
        supported: true,
        left: 'rightly kept',
        because: '',
        lines: ['Tue 14:13 lens: save rate by app build', 'Tue 14:31 server writes, pinned'],
      },
      {
        text: 'It began at Tue 14:05.',
        struck: false,
        supported: false,
        left: 'kept, and nothing you had read supports it',
        because: 'That is when the page rang, not when it began.',
        lines: [],
      },
    ],
  },
  replay:
    '{"format":"blast-radius/run","version":1,"scenario":"s13","seed":"cork-13","commands":[]}',
  noticed: [],
  record: {
    acting: { percent: 70, right: true },
    closing: { percent: 85, right: true },
    late: 11,
    early: false,
    radius: 'found',
    wide: false,
  },
  limits:
    'Scores are bands over six branch seeds of a simulator; no practitioner has validated them yet.',
};
