/** A document without errors to a compiled scenario: every clock a tick, every share a number, every default said. */
import { compileChart, compileCondition } from './compileChart.ts';
import { clocksOf, minutesOf, percentOf, type Clocks } from './compileClocks.ts';
import { compileBound, compileScope } from './compileScope.ts';
import { compileCast } from './compileCast.ts';
import { compileInherited } from './compileInherited.ts';
import { compileFault, compileIntervention, compileWorld } from './compileWorld.ts';
import type {
  AlertRule,
  CompiledScenario,
  PagerCard,
  PlayLine,
  PreventionSpec,
  TicketSpec,
  TwinScenario,
} from './compiled.ts';
import { weekLabel } from './clock.ts';
import { PLACES, type ScenarioDocument } from './schema.ts';
import type { BoundDocument } from './schemaChart.ts';
import { tickLabel } from '../sim/clock.ts';
import { twinData } from './twin.ts';
import { handoverId } from './variants.ts';
import { TWIN_PARTS } from './twinParts.ts';

/** @param document one that shape, references and lint found no error in. */
export function compile(document: ScenarioDocument): CompiledScenario {
  const twin = twinData(document) as ScenarioDocument | null;
  const own = compileOne(document);
  const { inherited } = document;
  return {
    ...own,
    ...(twin === null ? {} : { twin: partsOf(compileOne(twin)) }),
    ...(inherited === undefined
      ? {}
      : { inherited: compileInherited(inherited, own.page.rule, clocksOf(document)) }),
  };
}

/** Of a twin only what may differ: the rest would be the same text twice. */
function partsOf(twin: CompiledScenario): TwinScenario {
  const parts = new Set<string>([...TWIN_PARTS, 'changes']);
  const kept: Partial<CompiledScenario> = Object.fromEntries(
    Object.entries(twin).filter(([part]) => parts.has(part)),
  );
  return kept as TwinScenario;
}

function compileOne(document: ScenarioDocument): CompiledScenario {
  const clocks = clocksOf(document);
  return {
    id: document.id,
    version: document.version,
    title: document.title,
    callSign: document.callsign,
    questions: document.questions,
    concepts: document.concepts,
    difficulty: document.difficulty,
    grounding: document.grounding,
    clock: document.clock,
    defaultSeed: document.seed,
    world: compileWorld(document.world, clocks),
    page: {
      rule: compileRule(document.page.rule),
      headline: document.page.headline,
      shippedHeadline: document.page.shipped,
      reads: document.page.reads,
      cannotSay: document.page.cannot,
    },
    faults: document.faults.map((fault) => compileFault(fault, clocks)),
    changes: document.changes
      .map(({ at, guilty, ...change }) => ({
        ...change,
        tick: clocks.tick(at),
        guilty: guilty ?? false,
      }))
      .toSorted((a, b) => a.tick - b.tick),
    cast: document.cast.map(compileCast),
    runbooks: document.runbooks,
    tickets: document.tickets
      .map(({ at, when, ...ticket }): TicketSpec => ({
        ...ticket,
        tick: clocks.tick(at),
        ...(when === undefined ? {} : { when: compileCondition(when, clocks) }),
      }))
      .toSorted((a, b) => a.tick - b.tick),
    chart: compileChart(document.chart, clocks),
    suspects: document.suspects,
    hypotheses: document.hypotheses.map(({ world, truth = false, ...hypothesis }) => {
      const written = truth ? document.faults : world;
      return {
        ...hypothesis,
        truth,
        faults: written?.map((fault) => compileFault(fault, clocks)) ?? null,
      };
    }),
    references: document.references.map((line) => compileLine(line, clocks)),
    wrong: document.wrong.map((line) => compileLine(line, clocks)),
    recovery: {
      conditions: document.recovery.conditions.map((bound) => ({
        if: 'metric',
        ...compileBound(bound),
      })),
      holdMinutes: minutesOf(document.recovery.hold),
      repairs: document.recovery.repairs.map(({ label, any }) => ({
        label,
        anyOf: any as PlayLine['steps'][number]['act']['kind'][],
      })),
    },
    postmortem: {
      ...document.postmortem,
      preventions: document.postmortem.preventions.map((item) => compilePrevention(item, clocks)),
    },
    offers: document.offers,
    expectations: document.expectations.map(
      ({ id, metric, scope, surface, window, expect, percent }) => ({
        id,
        metric,
        scope: compileScope(scope),
        surface: surface ?? 'all',
        window: [clocks.sincePage(window[0]), clocks.sincePage(window[1])],
        expect,
        percent: percentOf(percent),
      }),
    ),
    principles: document.principles,
    rollback: document.rollback,
  };
}

function compileRule(bound: BoundDocument): AlertRule {
  const { metric, scope, surface, op, percent, forMinutes } = compileBound(bound);
  return { metric, scope, surface, op, percent, minutes: forMinutes };
}

type PreventionDocument = ScenarioDocument['postmortem']['preventions'][number];

function compilePrevention(item: PreventionDocument, clocks: Clocks): PreventionSpec {
  const { id, label, helps, alert } = item;
  if (alert === undefined) return { id, label, helps, alert: null };
  const acts = (alert.acts ?? []).map((act) => compileIntervention(act, clocks));
  return { id, label, helps, alert: { rule: compileRule(alert), acts } };
}

function compileLine(line: ScenarioDocument['references'][number], clocks: Clocks): PlayLine {
  return {
    id: line.id,
    label: line.label,
    steps: line.steps.map(({ after, act }) => ({
      afterMinutes: minutesOf(after),
      act: compileIntervention(act, clocks),
    })),
  };
}

/** What the first paint needs; holds neither title nor cause. */
export function pagerCard(document: ScenarioDocument): PagerCard {
  return {
    id: document.id,
    callSign: document.callsign,
    clock: document.clock,
    difficulty: document.difficulty,
    atLabel: weekLabel(clocksOf(document).pageTick),
    headline: document.page.shipped,
    reads: document.page.reads,
    cannotSay: document.page.cannot,
    defaultSeed: document.seed,
    order: document.order,
    tease: document.tease,
  };
}

/** The card of the case taken over half way; null where there is none. It stands behind all that begin at their page. */
export function handoverCard(document: ScenarioDocument): PagerCard | null {
  const { inherited } = document;
  if (inherited === undefined) return null;
  const card = pagerCard(document);
  const tick = clocksOf(document).pageTick + minutesOf(inherited.at);
  return {
    ...card,
    id: handoverId(card.id),
    callSign: inherited.callsign,
    order: card.order + PLACES,
    tease: inherited.tease,
    handover: {
      of: card.id,
      from: inherited.from.name,
      atLabel: tickLabel(tick),
      note: inherited.note,
    },
  };
}
