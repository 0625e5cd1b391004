/** Orders in text. The short names are those a person would say; the kinds of the simulator are read as well. */
import {
  GENERATORS,
  INTERVENTION_PRICES,
  type InterventionKind,
  type InterventionSpec,
} from '../sim/interventions.ts';
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { EVERYONE } from '../sim/segments.ts';
import { momentText, readMoment } from './grammarClock.ts';
import type { GrammarContext } from './grammarContext.ts';
import { readTarget } from './grammarLook.ts';
import { nameText, type Reader } from './grammarReader.ts';
import { readScope, scopeText } from './grammarScope.ts';

const KINDS = Object.keys(INTERVENTION_PRICES) as readonly InterventionKind[];
const SHORT: Readonly<Record<string, InterventionKind>> = {
  freeze: 'freeze-deploys',
  pin: 'pin-model',
  rollback: 'rollback-model',
  route: 'route-cohort',
  promote: 'promote-model',
  guard: 'nonfinite-guard',
  kill: 'kill-generator',
  dedupe: 'dedupe-events',
  quarantine: 'quarantine-rows',
  cap: 'exposure-cap',
  normalise: 'normalise-popularity',
  fix: 'fix-client',
};
const SHORT_OF = new Map(Object.entries(SHORT).map(([short, kind]) => [kind, short]));

/** `act` has been read. */
export function readAct(reader: Reader, context: GrammarContext): InterventionSpec {
  const word = reader.oneOf('an order', [...KINDS, ...Object.keys(SHORT)]);
  const kind = KINDS.find((k) => k === word) ?? SHORT[word]!;
  const { names } = context;
  switch (kind) {
    case 'freeze-deploys':
    case 'stop-promotion':
    case 'skip-training':
    case 'nonfinite-guard':
    case 'normalise-popularity':
      return { kind };
    case 'stop-ramp':
    case 'pause-arm':
      return { kind, rollout: reader.name('a rollout', names?.rollouts) };
    case 'pin-model':
    case 'promote-model':
      return { kind, version: reader.name('a version', names?.versions) };
    case 'pause-release':
    case 'fix-client':
      return { kind, build: reader.name('a build', names?.builds) };
    case 'rollback-model': {
      reader.need('to');
      const to = reader.name('a version', names?.versions);
      const scope = reader.take('on') === null ? EVERYONE : readScope(reader, context);
      return { kind, to, scope };
    }
    case 'route-cohort': {
      reader.need('to');
      const to = reader.name('a version', names?.versions);
      return { kind, to, scope: readTarget(reader, context) };
    }
    case 'kill-generator':
      return { kind, generator: reader.oneOf('a source', GENERATORS) };
    case 'dedupe-events': {
      const event = reader.oneOf('an event', ['impression', 'save'] as const);
      reader.need('of');
      return { kind, event, build: reader.name('a build', names?.builds) };
    }
    case 'quarantine-rows': {
      const scope = readTarget(reader, context);
      return { kind, scope, sinceTick: readSince(reader, context) };
    }
    case 'retrain':
      return { kind, recipe: reader.oneOf('a recipe', ['plain', 'debiased', 'random-slice']) };
    case 'exposure-cap':
      return { kind, perDay: reader.number('impressions a day') };
    case 'exploration':
      return { kind, share: readShare(reader) };
    case 'diversity':
      return { kind, factor: reader.number('a factor, as 1.5') };
  }
}

/** `since …`, else the onset declared, else a day ago. */
function readSince(reader: Reader, context: GrammarContext): number {
  if (reader.take('since') !== null) return readMoment(reader, context);
  if (context.claim?.sinceTick !== undefined && context.claim.sinceTick !== null)
    return context.claim.sinceTick;
  return context.tick === undefined ? reader.fail() : context.tick - MINUTES_PER_DAY;
}

/** `0.08` or `8%`. */
function readShare(reader: Reader): number {
  const percent = reader.peek()?.text.endsWith('%') === true || reader.peek(1)?.text === '%';
  const value = reader.number('a share, as 0.08 or 8%');
  return percent ? value / 100 : value;
}

export function actText(act: InterventionSpec): string {
  const word = SHORT_OF.get(act.kind) ?? act.kind;
  switch (act.kind) {
    case 'freeze-deploys':
    case 'stop-promotion':
    case 'skip-training':
    case 'nonfinite-guard':
    case 'normalise-popularity':
      return `act ${word}`;
    case 'stop-ramp':
    case 'pause-arm':
      return `act ${word} ${nameText(act.rollout)}`;
    case 'pin-model':
    case 'promote-model':
      return `act ${word} ${nameText(act.version)}`;
    case 'pause-release':
    case 'fix-client':
      return `act ${word} ${nameText(act.build)}`;
    case 'rollback-model':
    case 'route-cohort':
      return `act ${word} to ${nameText(act.to)} on ${scopeText(act.scope)}`;
    case 'kill-generator':
      return `act ${word} ${act.generator}`;
    case 'dedupe-events':
      return `act ${word} ${act.event} of ${nameText(act.build)}`;
    case 'quarantine-rows':
      return `act ${word} on ${scopeText(act.scope)} since ${momentText(act.sinceTick)}`;
    case 'retrain':
      return `act ${word} ${act.recipe}`;
    case 'exposure-cap':
      return `act ${word} ${act.perDay}`;
    case 'exploration':
      return `act ${word} ${act.share}`;
    case 'diversity':
      return `act ${word} ${act.factor}`;
  }
}
