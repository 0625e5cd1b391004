/** Looks and tests in text. */
import { ALL_CUTS, GAUGE_IDS } from '../sim/gauges.ts';
import { ITEM_DIMENSIONS, ITEM_METRIC_IDS } from '../sim/itemSegments.ts';
import { METRIC_IDS, METRICS } from '../sim/metrics.ts';
import { DIMENSIONS, EVERYONE, SURFACES, type Dimension, type Scope } from '../sim/segments.ts';
import { LOOK_VIEWS } from '../scenario/words.ts';
import type { Command, Look, LookView, Prediction, Test } from './commands.ts';
import { momentText, readMoment } from './grammarClock.ts';
import type { GrammarContext } from './grammarContext.ts';
import { nameText, type Reader } from './grammarReader.ts';
import type { ItemCut } from '../sim/telemetry/itemCells.ts';
import { readScope, scopeText } from './grammarScope.ts';

const ITEM_CUTS: readonly ItemCut[] = [...ITEM_DIMENSIONS, ...DIMENSIONS];
const VIEWS = Object.keys(LOOK_VIEWS) as readonly LookView[];
const TESTS = [
  'replay',
  'shadow',
  'reroute',
  'event-audit',
  'golden',
  'parity',
  'label-diff',
  'similar',
  'effects',
] as const;
const SWAPS = ['model', 'history', 'generator', 'popularity'] as const;

/** `look` has been read. */
export function readLook(reader: Reader, context: GrammarContext): Command {
  const look = readView(reader, context);
  return { kind: 'look', look, ...readPrediction(reader) };
}

function readView(reader: Reader, context: GrammarContext): Look {
  // `look save_rate by build` is short for `look metric save_rate by build`.
  if (METRIC_IDS.some((id) => id === reader.peek()?.text)) return readMetric(reader, context);
  if (GAUGE_IDS.some((id) => id === reader.peek()?.text)) return readGauge(reader);
  if (ITEM_METRIC_IDS.some((id) => id === reader.peek()?.text)) return readItems(reader, context);
  reader.possible('a metric', 'a gauge', 'a metric of ideas');
  reader.alike([...METRIC_IDS, ...GAUGE_IDS, ...ITEM_METRIC_IDS]);
  const view = reader.oneOf('something to look at', VIEWS);
  switch (view) {
    case 'lens': {
      const metric = reader.oneOf('a metric', METRIC_IDS);
      const by = reader.take('by') === null ? [] : readDimensions(reader);
      const surface =
        reader.take('at') === null ? 'all' : reader.oneOf('a surface', [...SURFACES, 'all']);
      return { view, metric, by, surface };
    }
    case 'metric':
      return readMetric(reader, context);
    case 'gauge':
      return readGauge(reader);
    case 'items':
      return readItems(reader, context);
    case 'sources':
    case 'funnel':
    case 'features':
    case 'model':
      return { view, scope: readTarget(reader, context) };
    case 'person': {
      const nth = reader.takeNumber() ?? 0;
      return { view, scope: readTarget(reader, context), nth };
    }
    case 'runbook':
      return { view, id: reader.name('a runbook', context.names?.runbooks) };
    case 'differs':
      return { view, metric: reader.oneOf('a metric', METRIC_IDS) };
    case 'lineage':
    case 'probes':
    case 'training':
    case 'experiments':
    case 'ecosystem':
    case 'serving':
    case 'changes':
    case 'tickets':
      return { view };
  }
}

/** Any cut can be said; a gauge that cannot be cut so says why when it is asked. */
function readGauge(reader: Reader): Look {
  const gauge = reader.oneOf('a gauge', GAUGE_IDS);
  const by = reader.take('by') === null ? null : reader.oneOf('a cut', ALL_CUTS);
  return { view: 'gauge', gauge, by };
}

function readItems(reader: Reader, context: GrammarContext): Look {
  const metric = reader.oneOf('a metric of ideas', ITEM_METRIC_IDS);
  reader.need('by');
  const by = [reader.oneOf('a dimension', ITEM_CUTS)];
  while (reader.take(',', 'and') !== null) by.push(reader.oneOf('a dimension', ITEM_CUTS));
  return { view: 'items', metric, by, scope: readTarget(reader, context) };
}

function readMetric(reader: Reader, context: GrammarContext): Look {
  const metric = reader.oneOf('a metric', METRIC_IDS);
  const by = reader.take('by') === null ? null : reader.oneOf('a dimension', DIMENSIONS);
  // A cut shows its groups beside each other, so it is of everyone unless said otherwise.
  const whole = by !== null || !METRICS[metric].cuttable;
  return {
    view: 'metric',
    metric,
    by,
    scope: whole ? (readOn(reader, context) ?? EVERYONE) : readTarget(reader, context),
  };
}

function readDimensions(reader: Reader): Dimension[] {
  const by = [reader.oneOf('a dimension', DIMENSIONS)];
  while (reader.take(',', 'and') !== null) by.push(reader.oneOf('a dimension', DIMENSIONS));
  return by;
}

function readOn(reader: Reader, context: GrammarContext): Scope | null {
  return reader.take('on') === null ? null : readScope(reader, context);
}

/** `on …`, else the declared radius, else everyone. */
export function readTarget(reader: Reader, context: GrammarContext): Scope {
  return readOn(reader, context) ?? context.radius ?? EVERYONE;
}

function readPrediction(reader: Reader): { predict?: Prediction } {
  if (reader.take('expect') === null) return {};
  return { predict: { expect: reader.oneOf('a direction', ['up', 'flat', 'down']) } };
}

/** `test` has been read. */
export function readTest(reader: Reader, context: GrammarContext): Command {
  const test = readKind(reader, context);
  return { kind: 'test', test, ...readPrediction(reader) };
}

function readKind(reader: Reader, context: GrammarContext): Test {
  const versions = context.names?.versions;
  const test = reader.oneOf('a test', TESTS);
  switch (test) {
    case 'replay': {
      const swap = reader.oneOf('a stage to swap', SWAPS);
      reader.need('to');
      const to = reader.name('what to swap it for', swap === 'model' ? versions : undefined);
      return { test, swap, to, scope: readTarget(reader, context) };
    }
    case 'shadow': {
      const a = reader.name('a version', versions);
      reader.need('beside');
      const b = reader.name('a version', versions);
      return { test, a, b, scope: readTarget(reader, context) };
    }
    case 'reroute': {
      reader.need('to');
      const to = reader.name('a version', versions);
      return { test, to, scope: readTarget(reader, context) };
    }
    case 'event-audit':
      return { test, build: reader.name('a build', context.names?.builds) };
    case 'golden':
      return { test, version: reader.name('a version', versions) };
    case 'parity':
      return { test, scope: readTarget(reader, context) };
    case 'label-diff': {
      if (reader.take('since') !== null)
        return {
          test,
          by: 'window',
          sinceTick: readMoment(reader, context),
          scope: readTarget(reader, context),
        };
      const sides = [...(context.names?.builds ?? []), ...(versions ?? [])];
      const known = sides.length === 0 ? undefined : sides;
      const a = reader.name('a build, a version or since', known);
      reader.need('beside');
      const b = reader.name('a build or a version', known);
      return { test, by: 'pair', a, b, scope: readTarget(reader, context) };
    }
    case 'similar': {
      const metric = reader.oneOf('a metric', METRIC_IDS);
      reader.need('since');
      const sinceTick = readMoment(reader, context);
      return { test, metric, sinceTick, scope: readTarget(reader, context) };
    }
    case 'effects':
      return {
        test,
        metric: reader.oneOf('a metric', METRIC_IDS),
        scope: readTarget(reader, context),
      };
  }
}

export function lookText(look: Look): string {
  switch (look.view) {
    case 'lens':
      return `look lens ${look.metric}${look.by.length === 0 ? '' : ` by ${look.by.join(',')}`}${look.surface === 'all' ? '' : ` at ${look.surface}`}`;
    case 'metric':
      return `look metric ${look.metric}${look.by === null ? '' : ` by ${look.by}`} on ${scopeText(look.scope)}`;
    case 'items':
      return `look items ${look.metric} by ${look.by.join(',')} on ${scopeText(look.scope)}`;
    case 'gauge':
      return `look gauge ${look.gauge}${look.by === null ? '' : ` by ${look.by}`}`;
    case 'person':
      return `look person ${look.nth} on ${scopeText(look.scope)}`;
    case 'sources':
    case 'funnel':
    case 'features':
    case 'model':
      return `look ${look.view} on ${scopeText(look.scope)}`;
    case 'runbook':
      return `look runbook ${nameText(look.id)}`;
    case 'differs':
      return `look differs ${look.metric}`;
    case 'lineage':
    case 'probes':
    case 'training':
    case 'experiments':
    case 'ecosystem':
    case 'serving':
    case 'changes':
    case 'tickets':
      return `look ${look.view}`;
  }
}

export function testText(test: Test): string {
  switch (test.test) {
    case 'replay':
      return `test replay ${test.swap} to ${nameText(test.to)} on ${scopeText(test.scope)}`;
    case 'shadow':
      return `test shadow ${nameText(test.a)} beside ${nameText(test.b)} on ${scopeText(test.scope)}`;
    case 'reroute':
      return `test reroute to ${nameText(test.to)} on ${scopeText(test.scope)}`;
    case 'event-audit':
      return `test event-audit ${nameText(test.build)}`;
    case 'golden':
      return `test golden ${nameText(test.version)}`;
    case 'parity':
      return `test parity on ${scopeText(test.scope)}`;
    case 'label-diff':
      return test.by === 'window'
        ? `test label-diff since ${momentText(test.sinceTick)} on ${scopeText(test.scope)}`
        : `test label-diff ${nameText(test.a)} beside ${nameText(test.b)} on ${scopeText(test.scope)}`;
    case 'similar':
      return `test similar ${test.metric} since ${momentText(test.sinceTick)} on ${scopeText(test.scope)}`;
    case 'effects':
      return `test effects ${test.metric} on ${scopeText(test.scope)}`;
  }
}

export function predictionText(predict: Prediction | undefined): string {
  return predict === undefined ? '' : ` expect ${predict.expect}`;
}
