/** Runs written down by hand: the log, the desk and the scenario, without a world behind them. */
import { tickLabel } from '../../src/sim/clock.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import type { Scope } from '../../src/sim/segments.ts';
import { beginTick } from '../../src/scenario/handover.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Findings, LayerFinding } from '../../src/scoring/findings.ts';
import type { Judged } from '../../src/scoring/judged.ts';
import type {
  Command,
  Look,
  NoteDraft,
  RadiusClaim,
  Sentence,
  Test,
  WaitTrigger,
} from '../../src/session/commands.ts';
import { emptyDesk, UNDECLARED, type Desk, type Hypothesis } from '../../src/session/desk.ts';
import type { LogEvent } from '../../src/session/events.ts';
import { costOf, TEST_PRICES } from '../../src/session/prices.ts';
import type { PredictionAnswer } from '../../src/session/predictionWords.ts';
import { commandWords, lookWords, testWords } from '../../src/session/words.ts';
import { scenarioById } from '../scenario/library.ts';

/** A case that somebody had for half an hour. */
export const HANDED = {
  handover: { from: 'ines', afterMinutes: 30, moves: [], note: 'Yours.', fromPage: [] },
} as const;

const known = new Map<string, CompiledScenario>();
function scenario(id: string): CompiledScenario {
  const found = known.get(id) ?? scenarioById(id);
  known.set(id, found);
  return found;
}

export class Case implements Judged {
  readonly scenario: CompiledScenario;
  log: LogEvent[] = [];
  desk: Desk;
  tick: number;
  private commands = 0;

  constructor(id: string, change: Partial<CompiledScenario> = {}) {
    this.scenario = { ...scenario(id), ...change };
    this.desk = emptyDesk(this.scenario.page.rule.metric, 'all');
    this.tick = this.scenario.world.pageTick;
  }

  /** What whoever had the shift before ordered, and that they have gone. */
  handOver(...acts: readonly InterventionSpec[]): this {
    for (const act of acts) {
      const command = { kind: 'act', act } as const;
      const minutes = costOf(command);
      const label = commandWords(command);
      const order = this.nextOrder();
      this.log.push({ kind: 'inherited', tick: this.tick, minutes, command, label, order });
      this.tick += minutes;
    }
    this.tick = beginTick(this.scenario);
    this.log.push({ kind: 'handover', tick: this.tick, from: HANDED.handover.from });
    return this;
  }

  private nextOrder(): string {
    return `o${this.log.filter((e) => 'order' in e && e.order !== null).length}`;
  }

  private command(command: Command): void {
    const minutes = costOf(command);
    const label = commandWords(command);
    this.log.push({
      kind: 'command',
      index: this.commands++,
      tick: this.tick,
      minutes,
      command,
      label,
      order: command.kind === 'act' ? this.nextOrder() : null,
    });
    this.tick += minutes;
  }

  look(
    look: Look,
    summary = 'It reads as it reads. And more.',
    answer: PredictionAnswer | null = null,
  ): this {
    this.command({ kind: 'look', look });
    const { tick } = this;
    const reading = {
      id: `${JSON.stringify(look)}@${tick}`,
      panel: JSON.stringify(look),
      view: look.view,
      label: lookWords(look),
      tick,
      summary,
      answer,
    };
    this.desk = { ...this.desk, readings: [...this.desk.readings, reading] };
    this.log.push({ kind: 'reading', tick, reading });
    return this;
  }

  lens(...by: Extract<Look, { view: 'lens' }>['by'][number][]): this {
    return this.look({ view: 'lens', metric: 'save_rate', by, surface: 'all' });
  }

  /** Views that take a scope are read for everyone. */
  view(view: 'sources' | 'funnel' | 'features' | 'model', scope: Scope = [{}]): this {
    return this.look({ view, scope });
  }

  test(test: Test): this {
    const id = `t${this.desk.tests.length}`;
    this.command({ kind: 'test', test });
    const doneTick = this.tick + TEST_PRICES[test.test].lag;
    const running = { id, test, orderedTick: this.tick, doneTick, predict: null, result: null };
    this.desk = { ...this.desk, tests: [...this.desk.tests, running] };
    this.tick = doneTick;
    this.log.push({ kind: 'test', tick: doneTick, test: id, summary: `${testWords(test)} done.` });
    return this;
  }

  declare(claim: Partial<RadiusClaim>): this {
    this.command({ kind: 'declare', radius: { ...UNDECLARED, ...claim } });
    const radius = { ...UNDECLARED, ...claim };
    const history = [...this.desk.radiusHistory, { tick: this.tick, claim: radius }];
    this.desk = { ...this.desk, radius, radiusHistory: history };
    return this;
  }

  suspect(suspect: string, confidence: number): this {
    this.command({ kind: 'suspect', suspect, confidence });
    return this.card(suspect, null, confidence);
  }

  hypothesise(sentence: Sentence, confidence: number): this {
    this.command({ kind: 'hypothesise', sentence, confidence });
    return this.card(null, sentence, confidence);
  }

  private card(suspect: string | null, sentence: Sentence | null, confidence: number): this {
    const label =
      this.scenario.suspects.find((s) => s.id === suspect)?.label ?? sentence?.mechanism ?? '';
    const card: Hypothesis = {
      id: `h${this.desk.hypotheses.length}`,
      label,
      sentence,
      suspect,
      struck: false,
      confidence,
      history: [{ tick: this.tick, confidence }],
      links: [],
    };
    this.desk = { ...this.desk, hypotheses: [...this.desk.hypotheses, card] };
    return this;
  }

  private edit(id: string, edit: (h: Hypothesis) => Hypothesis): this {
    const hypotheses = this.desk.hypotheses.map((h) => (h.id === id ? edit(h) : h));
    this.desk = { ...this.desk, hypotheses };
    return this;
  }

  strike(hypothesis: string): this {
    this.command({ kind: 'strike', hypothesis, struck: true });
    return this.edit(hypothesis, (h) => ({ ...h, struck: true }));
  }

  confidence(hypothesis: string, confidence: number): this {
    this.command({ kind: 'confidence', hypothesis, confidence });
    const { tick } = this;
    return this.edit(hypothesis, (h) => ({
      ...h,
      confidence,
      history: [...h.history, { tick, confidence }],
    }));
  }

  /** Pins the reading that came last. */
  pin(): this {
    const last = this.desk.readings[this.desk.readings.length - 1];
    if (last === undefined) throw new Error('Nothing was read yet.');
    this.command({ kind: 'pin', reading: last.id, pinned: true });
    this.desk = { ...this.desk, pinned: [...this.desk.pinned, last.id] };
    return this;
  }

  act(act: InterventionSpec): this {
    this.command({ kind: 'act', act });
    return this;
  }

  undo(intervention: string): this {
    this.command({ kind: 'undo', intervention });
    return this;
  }

  ask(who: string, about: string): this {
    this.command({ kind: 'ask', who, about });
    return this;
  }

  say(note: Partial<NoteDraft>): this {
    const full: NoteDraft = { audience: 'team', claims: [], nextUpdateMinutes: null, ...note };
    this.desk = { ...this.desk, notes: [...this.desk.notes, { tick: this.tick, note: full }] };
    this.command({ kind: 'say', note: full });
    return this;
  }

  wait(minutes: number, trigger?: WaitTrigger): this {
    this.command({ kind: 'wait', minutes, ...(trigger === undefined ? {} : { trigger }) });
    return this;
  }

  world(what: string, text = what): this {
    this.log.push({ kind: 'world', tick: this.tick, what, text });
    return this;
  }

  alert(text: string): this {
    this.log.push({ kind: 'effect', tick: this.tick, effect: { do: 'alert', text } });
    return this;
  }

  /** `struck`: numbers of sentences struck from the draft; absent: it was not read. */
  close(
    cause: string | null,
    confidence = 70,
    prevention: string | null = null,
    struck?: readonly number[],
  ): this {
    const { tick } = this;
    const closing = { kind: 'close', cause, confidence, prevention } as const;
    this.command(struck === undefined ? closing : { ...closing, struck });
    const closed = { tick, cause, confidence, prevention, struck: struck ?? null };
    this.desk = { ...this.desk, closed };
    this.log.push({ kind: 'closed', tick, because: `at ${tickLabel(tick)}` });
    return this;
  }
}

export const S12 = 'nan-in-the-scores';
export const S13 = 'android-double-impression';
export const S28 = 'runaway-popular';
export const S39 = 'cohort-canary-regression';

export const layer = (over: Partial<LayerFinding> = {}): LayerFinding => ({
  layer: 'hurtNow',
  truthNobody: false,
  precision: 0.9,
  recall: 0.9,
  saidNothing: false,
  ...over,
});

export function findings(over: Partial<Findings> = {}): Findings {
  return {
    harm: {
      nothing: 2,
      you: 0.5,
      reference: 0.2,
      rollback: 1.8,
      everything: 1,
      unit: 'million saves',
    },
    impact: 0.8,
    layers: [layer()],
    witnessUnaffected: true,
    remedyShare: 0.1,
    hurtShare: 0.1,
    recovered: true,
    relapsed: false,
    repairsOpen: [],
    ...over,
  };
}
