/** A stand-in for the worker, so that the page can be built and looked at alone: `?fixture` in development. */
import { BOARDS_OF_GAUGES } from './fixtureMenu.ts';
import type { Command } from '../../src/session/commands.ts';
import type { PanelView, View } from '../../src/session/view.ts';
import type { Dimension } from '../../src/sim/segments.ts';
import type { PagerCard } from '../../src/scenario/compiled.ts';
import type { Answer, RunClient } from '../../src/worker/client.ts';
import { BELIEF, DECISION, PREVENTIONS } from './fixtureBelief.ts';
import { DEBRIEF } from './fixtureDebrief.ts';
import { MENU } from './fixtureMenu.ts';
import { pipelineOf } from './fixturePipeline.ts';
import { otherPanel, PAGE_TICK, phonePanel, seriesPanel } from './fixturePanels.ts';
import { lensOf, peopleOf, POPULATION, S13, S39 } from './fixtureWorld.ts';

export const CARDS: readonly PagerCard[] = [
  {
    id: 's39',
    callSign: 'Wed 10:20 · Home boards',
    clock: 'minutes',
    difficulty: 1,
    atLabel: 'Wed 10:20',
    headline: 'Home saves 6 % under forecast for 40 min',
    reads: 'Saves the apps reported, all platforms together.',
    cannotSay: 'Who; since when; whether anybody minds.',
    defaultSeed: 'cork-39',
    order: 0,
    tease: 'A planner’s wedding board has filled with lamps.',
  },
  {
    id: 's12',
    callSign: 'Thu 16:40 · Related',
    clock: 'minutes',
    difficulty: 2,
    atLabel: 'Thu 16:40',
    headline: 'Non-finite scores at 0.4 % of requests',
    reads: 'The scorer’s own counter.',
    cannotSay: 'Whose requests they are.',
    defaultSeed: 'cork-12',
    order: 1,
    tease: 'A launch, twenty minutes old, and a counter that was never tested.',
  },
  {
    id: 's13',
    callSign: 'Tue 14:05 · Android Home',
    clock: 'minutes',
    difficulty: 2,
    atLabel: 'Tue 14:05',
    headline: 'Android Home save rate 11 % under forecast for 20 min',
    reads: 'The client event log.',
    cannotSay: 'Whether people save less, or the log says more of something else.',
    defaultSeed: 'cork-13',
    order: 2,
    tease: 'Everybody is sure what did it. The dashboard agrees.',
  },
  {
    id: 's01',
    callSign: 'Mon 09:00 · Creators',
    clock: 'days',
    difficulty: 4,
    atLabel: 'Mon 09:00',
    headline: 'The same ideas, everywhere, for a week',
    reads: 'Share of impressions of the most shown hundredth.',
    cannotSay: 'Whether that is what people want.',
    defaultSeed: 'cork-01',
    order: 3,
    tease: 'Nothing broke. Something grew.',
  },
];

const day = (tick: number): string =>
  ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][Math.floor(tick / 1440) % 7] ?? '';
const clock = (tick: number): string =>
  `${day(tick)} ${String(Math.floor((tick % 1440) / 60)).padStart(2, '0')}:${String(tick % 60).padStart(2, '0')}`;

const spark = (
  size: number,
): Pick<View['strip'][number], 'spark' | 'sparkTicks' | 'sparkValues'> => {
  const values = Array.from(
    { length: 24 },
    (_, k) => 10 + Math.sin(k / 3) + (k > 14 ? (size / 8) * (k - 14) * 0.1 * 3 : 0),
  );
  return {
    spark: values,
    sparkTicks: values.map((_, k) => PAGE_TICK - (24 - k) * 60),
    sparkValues: values.map((value) => value.toFixed(2)),
  };
};

export const createFixtureClient = (delay = 350): RunClient => {
  let card: PagerCard = CARDS[0]!;
  let incident = S39;
  let people = peopleOf(S39);
  let tick = PAGE_TICK;
  let view: View | null = null;
  let panels: PanelView[] = [];
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  const fresh = (): View => {
    tick = PAGE_TICK;
    const s13 = incident === S13;
    const lines = s13
      ? [
          { key: 'a', label: 'app 9.10', size: -27 },
          { key: 'b', label: 'app 9.9', size: 0 },
          { key: 'c', label: 'iOS', size: 0 },
        ]
      : [
          { key: 'a', label: 'arm v41', size: -11 },
          { key: 'b', label: 'control', size: 0 },
        ];
    panels = [
      seriesPanel('p1', 'Save rate, Home', 'save_rate', '%', 3.4, lines, tick, 'Tue 14:05'),
      seriesPanel(
        'p2',
        'Sessions',
        'sessions',
        'per hour',
        184000,
        lines.map((line) => ({ ...line, size: 0 })),
        tick,
        'Tue 14:10',
      ),
      seriesPanel(
        'p3',
        'Impressions per session',
        'impressions_per_session',
        'per session',
        31,
        lines.map((line, k) => ({ ...line, size: s13 && k === 0 ? 38 : 0 })),
        tick,
        'Tue 14:13',
      ),
      phonePanel('Tue 14:18'),
      otherPanel({ view: 'funnel', scope: [{}] }, 'p5', 'Tue 14:19'),
      otherPanel({ view: 'differs', metric: 'save_rate' }, 'p6', 'Tue 14:20'),
    ];
    const claim: View['radius']['claim'] = {
      reading: null,
      hurtNow: null,
      hurtLater: null,
      witness: null,
      sinceTick: null,
      severity: null,
    };
    return {
      callSign: card.callSign,
      clock: card.clock,
      now: {
        tick,
        label: clock(tick),
        minutesSincePage: 0,
        looksLeft: card.clock === 'days' ? 4 : null,
      },
      phase: 'scope',
      handover: null,
      boards: BOARDS_OF_GAUGES,
      ideas: {
        metrics: [{ id: 'item_save_rate', label: 'Save rate of ideas' }],
        cuts: [
          { id: 'topic', label: 'topic', own: true },
          { id: 'region', label: 'region', own: false },
        ],
      },
      page: {
        atLabel: card.atLabel,
        headline: card.headline,
        reads: card.reads,
        cannotSay: card.cannotSay,
        idleRings: null,
      },
      strip: [
        {
          id: 'saves',
          label: 'Saves',
          value: '410 k/h',
          deviation: -6.2,
          error: 0.8,
          state: 'bad',
          ...spark(-6),
        },
        {
          id: 'sessions',
          label: 'Sessions',
          value: '184 k/h',
          deviation: 0.2,
          error: 0.5,
          state: 'fine',
          ...spark(0),
        },
        {
          id: 'hides',
          label: 'Hide rate',
          value: '1.1 %',
          deviation: 3.1,
          error: 1.9,
          state: 'watch',
          ...spark(3),
        },
        {
          id: 'p99',
          label: 'p99',
          value: '212 ms',
          deviation: 1,
          error: 1,
          state: 'fine',
          ...spark(0),
        },
        {
          id: 'nan',
          label: 'Non-finite',
          value: '0',
          deviation: null,
          error: null,
          state: 'fine',
          ...spark(0),
        },
        {
          id: 'newest',
          label: 'Newest event',
          value: '40 s',
          deviation: null,
          error: null,
          state: 'fine',
          ...spark(0),
        },
      ],
      radius: {
        claim,
        declaredAt: null,
        revisions: 0,
        targetLabel: 'everyone',
        target: [{}],
        peopleMillions: 0,
        populationMillions: POPULATION,
      },
      lens: lensOf(
        incident,
        people,
        'save_rate',
        s13 ? ['build', 'region'] : ['arm', 'history'],
        new Set<Dimension>(['arm', 'history', 'build', 'region']),
        claim,
      ),
      pipeline: pipelineOf(card.clock === 'days'),
      panels,
      menu: MENU,
      pending: [],
      axis: {
        fromTick: PAGE_TICK - 5,
        toTick: PAGE_TICK + 760,
        items: [
          { tick: PAGE_TICK, label: 'page', kind: 'page', future: false, attention: false },
          {
            tick: PAGE_TICK + 30,
            label: 'note to partners due 14:35',
            kind: 'deadline',
            future: true,
            attention: true,
          },
          {
            tick: 2880 + 120,
            label: '02:00 training reads the log',
            kind: 'job',
            future: true,
            attention: false,
          },
        ],
      },
      chat: [
        {
          id: 'm1',
          from: 'Ines',
          role: 'product',
          tick: PAGE_TICK + 14,
          atLabel: '14:19',
          text: 'The 13:05 ranker is at 100 %. Can we just roll it back?',
          wants: true,
          own: false,
        },
        {
          id: 'm2',
          from: 'Teo',
          role: 'Android',
          tick: PAGE_TICK + 16,
          atLabel: '14:21',
          text: '9.10 went to 20 % yesterday morning. Crash rate is the best we ever had.',
          wants: false,
          own: false,
        },
      ],
      cast: [
        {
          id: 'ines',
          name: 'Ines',
          role: 'product',
          available: 'answers in about 5 min',
          topics: [
            { id: 'launch', label: 'what launched today' },
            { id: 'partners', label: 'what partners were told' },
          ],
          cost: 2,
        },
        {
          id: 'teo',
          name: 'Teo',
          role: 'Android',
          available: 'answers in about 15 min',
          topics: [{ id: 'build', label: 'what 9.10 changed' }],
          cost: 2,
        },
        {
          id: 'mara',
          name: 'Mara',
          role: 'ranking',
          available: 'asleep until 17:00',
          topics: [{ id: 'v41', label: 'what v41 reads' }],
          cost: 2,
        },
      ],
      changes: {
        opened: true,
        price: 1,
        count: 5,
        items: [
          {
            id: 'c1',
            atLabel: 'Tue 13:05',
            tick: 2225,
            kind: 'model',
            text: 'Ranker v41 at 100 %',
            owner: 'Mara',
          },
          {
            id: 'c2',
            atLabel: 'Tue 11:40',
            tick: 2140,
            kind: 'config',
            text: 'Related: page size 20 → 25',
            owner: 'Related',
          },
          {
            id: 'c3',
            atLabel: 'Mon 09:00',
            tick: 540,
            kind: 'client',
            text: 'App 9.10 released to 20 %',
            owner: 'Teo',
          },
          {
            id: 'c4',
            atLabel: 'Mon 02:00',
            tick: 120,
            kind: 'data',
            text: 'Nightly training finished, 41 min',
            owner: 'job',
          },
          {
            id: 'c5',
            atLabel: 'Sun 18:00',
            tick: 0,
            kind: 'third party',
            text: 'Image proxy moved to another region',
            owner: 'infrastructure',
          },
        ],
      },
      tickets: {
        opened: true,
        price: 1,
        count: 3,
        items: [
          {
            id: 't1',
            atLabel: '13:58',
            theme: 'Home',
            text: 'My board for the wedding is all lamps now. I did not save any lamps.',
          },
          {
            id: 't2',
            atLabel: '14:02',
            theme: 'sign-in',
            text: 'Cannot find the button to change my e-mail address.',
          },
          {
            id: 't3',
            atLabel: '14:20',
            theme: 'Home',
            text: 'Same ideas again and again since yesterday evening.',
          },
        ],
      },
      runbooks: [
        {
          id: 'r1',
          title: 'Save rate drops',
          updated: 'eight months ago',
          opened: true,
          paragraphs: [
            'Check the ranker. If a new version went out within two hours, roll it back.',
            'Then check the counters job.',
          ],
        },
        { id: 'r2', title: 'Event log lag', updated: 'last week', opened: false, paragraphs: [] },
      ],
      board: {
        suspects: [
          { id: 's1', label: 'Ranker v41 ranks badly for somebody', used: true },
          { id: 's2', label: 'The app counts something twice', used: false },
          { id: 's3', label: 'People are simply elsewhere today', used: false },
        ],
        hypotheses: [
          {
            id: 'h1',
            label: 'Ranker v41 ranks badly for somebody',
            confidence: 45,
            struck: false,
            history: [
              { tick: 2290, confidence: 60 },
              { tick: 2300, confidence: 45 },
            ],
            links: [{ reading: 'p2@1', label: 'Sessions flat', relation: 'refutes' }],
          },
          {
            id: 'h2',
            label:
              'Double events in the Android app since Mon 09:00 move the save rate for app 9.10 but not app 9.9',
            confidence: 30,
            struck: false,
            history: [{ tick: 2295, confidence: 30 }],
            links: [
              { reading: 'p3@1', label: 'Impressions up on 9.10 only', relation: 'supports' },
            ],
          },
          {
            id: 'h3',
            label: 'A holiday in one region',
            confidence: 5,
            struck: true,
            history: [
              { tick: 2290, confidence: 20 },
              { tick: 2301, confidence: 5 },
            ],
            links: [],
          },
        ],
        readings: [
          {
            id: 'p1@1',
            label: 'Save rate, Home',
            atLabel: '14:05',
            pinned: true,
            answer: {
              expect: 'down',
              verdict: 'agreed',
              what: 'save rate',
              value: -9.1,
              error: 1.2,
            },
            summary: 'app 9.10 down 27 %, others flat',
          },
          {
            id: 'p2@1',
            label: 'Sessions',
            atLabel: '14:10',
            pinned: true,
            summary: 'flat',
            answer: null,
          },
          {
            id: 'p3@1',
            label: 'Impressions per session',
            atLabel: '14:13',
            pinned: false,
            answer: null,
            summary: 'app 9.10 up 38 %, others flat',
          },
        ],
        words: {
          mechanisms: [
            { id: 'double', label: 'double events' },
            { id: 'lost', label: 'lost events' },
            { id: 'short', label: 'shortened history' },
            { id: 'nan', label: 'scores that are not numbers' },
            { id: 'other', label: 'something else' },
          ],
          components: [
            { id: 'app', label: 'the Android app' },
            { id: 'ranker', label: 'the ranker' },
            { id: 'counters', label: 'the counters' },
          ],
        },
      },
      notes: [
        {
          tick: 0,
          atLabel: '14:22',
          audience: 'team',
          text: ['Looking into Home saves. One build stands out.'],
          believed: [],
        },
      ],
      offers: [
        {
          id: 'o1',
          topic: 'Who',
          registers: [
            {
              id: 'careful',
              text: 'The readings of one app build moved; we do not know yet whether anybody was hurt.',
            },
            { id: 'plain', text: 'Readings of app 9.10 moved; app 9.9 did not.' },
            { id: 'sure', text: 'Only people on 9.10 are affected.' },
          ],
        },
        {
          id: 'o2',
          topic: 'Why',
          registers: [
            { id: 'careful', text: 'The cause is open; we hold two ideas.' },
            { id: 'sure', text: 'The new ranker caused it.' },
          ],
        },
        {
          id: 'o3',
          topic: 'What next',
          registers: [{ id: 'plain', text: 'We compare client logs with server writes next.' }],
        },
      ],
      applied: [],
      closing: {
        allowed: true,
        isRead: false,
        open: [
          'The repair of today’s rows has not been looked at.',
          'Recovery has held for 0 of 60 minutes.',
        ],
        causes: [
          { id: 'k1', label: 'A new ranker version' },
          { id: 'k2', label: 'Double counting in an app build' },
          { id: 'k3', label: 'Nothing was wrong' },
        ],
        draft: {
          by: 'Noor',
          role: 'training data',
          sentences: [
            'Finding: The metric job loses save events.',
            'It is only logging and has no consequences.',
            'It began at Tue 14:05.',
            'People on Android save as much as before; a second, independent count agrees. The rate is wrong because of what one app version reports.',
            'Finding: Android 9.10 reports impressions more than once.',
            'Without a step from us, tonight’s model would have learnt from impressions that never happened. Those rows are left out.',
          ],
        },
        preventions: [
          { id: 'v1', label: 'A label-ratio gate by build before training' },
          { id: 'v2', label: 'A slower ramp for rankers' },
          { id: 'v3', label: 'A second alert on the same number' },
        ],
      },
      said: 'You took the page.',
    };
  };

  const cost = (command: Command, from: View): number => {
    if (command.kind === 'wait') return command.minutes;
    if (command.kind === 'next-day') return command.days * 1440;
    if (command.kind === 'look') return command.look.view === 'lens' ? from.lens.price : 2;
    return command.kind === 'act' || command.kind === 'test' ? 5 : 0;
  };

  const step = (from: View, command: Command): View => {
    tick += cost(command, from);
    let next: View = {
      ...from,
      now: { ...from.now, tick, label: clock(tick), minutesSincePage: tick - PAGE_TICK },
      said: `${command.kind} done. It is ${clock(tick)}.`,
      axis: {
        ...from.axis,
        items: [
          ...from.axis.items,
          {
            tick,
            label: command.kind === 'look' ? command.look.view : command.kind,
            kind: command.kind === 'declare' ? 'declare' : command.kind === 'act' ? 'act' : 'move',
            future: false,
            attention: false,
          },
        ],
      },
    };
    if (command.kind === 'look' && command.look.view === 'lens')
      next = {
        ...next,
        lens: lensOf(
          incident,
          people,
          command.look.metric,
          command.look.by,
          new Set([...from.lens.opened.flat(), ...command.look.by]),
          from.radius.claim,
        ),
      };
    else if (command.kind === 'look' && command.look.view === 'metric')
      next = {
        ...next,
        panels: [
          seriesPanel(
            `n${tick}`,
            command.look.metric,
            command.look.metric,
            '%',
            4,
            [{ key: 'a', label: 'everyone', size: -3 }],
            PAGE_TICK,
            clock(tick),
          ),
          ...from.panels,
        ],
      };
    else if (command.kind === 'look')
      next = {
        ...next,
        panels: [otherPanel(command.look, `n${tick}`, clock(tick)), ...from.panels],
      };
    if (command.kind === 'pin')
      next = {
        ...next,
        panels: from.panels.map((panel) =>
          panel.reading === command.reading ? { ...panel, pinned: command.pinned } : panel,
        ),
      };
    if (command.kind === 'declare')
      next = {
        ...next,
        phase: 'reason',
        radius: {
          ...from.radius,
          claim: command.radius,
          declaredAt: clock(tick),
          revisions: from.radius.revisions + 1,
          targetLabel: 'your radius',
          peopleMillions: 6.1,
        },
      };
    if (command.kind === 'act')
      next = {
        ...next,
        phase: 'verify',
        applied: [
          {
            id: `a${tick}`,
            label: command.act.kind.replaceAll('-', ' '),
            spec: command.act,
            atLabel: clock(tick),
            state: 'under way',
            canUndo: true,
            note: 'complete at ' + clock(tick + 10),
          },
          ...from.applied,
        ],
        pending: [
          ...from.pending,
          {
            id: `a${tick}`,
            label: command.act.kind.replaceAll('-', ' '),
            doneAtTick: tick + 10,
            doneAtLabel: clock(tick + 10),
            minutesLeft: 10,
          },
        ],
      };
    if (command.kind === 'confidence')
      next = {
        ...next,
        board: {
          ...from.board,
          hypotheses: from.board.hypotheses.map((h) =>
            h.id === command.hypothesis
              ? {
                  ...h,
                  confidence: command.confidence,
                  history: [...h.history, { tick, confidence: command.confidence }],
                }
              : h,
          ),
        },
      };
    if (command.kind === 'strike')
      next = {
        ...next,
        board: {
          ...from.board,
          hypotheses: from.board.hypotheses.map((h) =>
            h.id === command.hypothesis ? { ...h, struck: command.struck } : h,
          ),
        },
      };
    if (command.kind === 'close') next = { ...next, phase: 'closed' };
    return next;
  };

  const replay = (commands: readonly Command[]): View => {
    view = fresh();
    for (const command of commands) view = step(view, command);
    return view;
  };
  let made: Command[] = [];

  return {
    openRun: async (scenario, _seed, commands, onProgress) => {
      card = CARDS.find((found) => found.id === scenario) ?? CARDS[0]!;
      incident = scenario === 's13' ? S13 : S39;
      people = peopleOf(incident);
      for (const [done, label] of [
        [0.15, 'Drawing 12,000 people'],
        [0.4, 'Training the ranker'],
        [0.75, 'Living through six weeks'],
        [1, 'Ready'],
      ] as const) {
        onProgress(done, label);
        await wait(delay);
      }
      made = [...commands];
      return replay(commands);
    },
    send: async (command, onProgress): Promise<Answer> => {
      if (command.kind === 'next-day')
        for (let k = 1; k <= 5; k += 1) {
          onProgress?.(k / 5, `Day ${k}`);
          await wait(delay);
        }
      await wait(delay / 4);
      if (view === null) throw new Error('no run');
      if (command.kind === 'undo')
        return {
          kind: 'refused',
          message: 'It is still under way; there is nothing to undo before Tue 14:40.',
          view,
        };
      made = [...made, command];
      view = step(view, command);
      return { kind: 'view', view };
    },
    retry: async (index) => {
      made = made.slice(0, index);
      return replay(made);
    },
    belief: async (onProgress) => {
      onProgress?.(0.5, 'Every explanation, lived through');
      await wait(delay);
      return BELIEF;
    },
    looks: async (onProgress) => {
      onProgress?.(0.5, 'Every explanation, lived through');
      await wait(delay);
      return { marks: [], enough: DECISION.enough, supported: [] };
    },
    decision: async (onProgress) => {
      onProgress?.(0.5, 'Every line of play, under every explanation');
      await wait(delay);
      return DECISION;
    },
    bands: async (onProgress) => {
      onProgress?.(0.5, 'The same days with other luck');
      await wait(delay);
      return [];
    },
    ghosts: async (onProgress) => {
      onProgress?.(0.5, 'The same case, played by others');
      await wait(delay);
      return [];
    },
    preventions: async (onProgress) => {
      onProgress?.(0.5, 'The same case, with the rule in place');
      await wait(delay);
      return PREVENTIONS;
    },
    debrief: async (onProgress) => {
      onProgress?.(0.5, 'Nothing done, six seeds');
      await wait(delay);
      return DEBRIEF;
    },
    people: async (scope) => Math.round(212 / (1 + scope.length)),
    recording: async () =>
      JSON.stringify({ scenario: card.id, seed: card.defaultSeed, commands: made }),
    verify: async () => ({ ok: true, message: 'The same hashes on every day.' }),
    onFailure: () => () => undefined,
    close: () => undefined,
  };
};
