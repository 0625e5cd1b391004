/** The chart, in the form the incident machine reads. */
import type { ChartSpec, Condition, Effect } from './compiled.ts';
import { minutesOf, percentOf, type Clocks } from './compileClocks.ts';
import { compileBound } from './compileScope.ts';
import type { ScenarioDocument } from './schema.ts';
import type { ConditionDocument, EffectDocument } from './schemaChart.ts';
import type { InterventionKind } from '../sim/interventions.ts';

export function compileChart(chart: ScenarioDocument['chart'], clocks: Clocks): ChartSpec {
  return {
    initial: chart.initial,
    states: chart.states.map(({ id, final, entry, transitions }) => ({
      id,
      final: final ?? false,
      entry: (entry ?? []).map((effect) => compileEffect(effect, clocks)),
      transitions: (transitions ?? []).map(({ to, when, effects }) => ({
        to,
        when: compileCondition(when, clocks),
        effects: (effects ?? []).map((effect) => compileEffect(effect, clocks)),
      })),
    })),
  };
}

export function compileCondition(condition: ConditionDocument, clocks: Clocks): Condition {
  switch (condition.if) {
    case 'elapsed':
      return { if: 'elapsed', minutes: minutesOf(condition.time) };
    case 'reached':
      return { if: 'reached', tick: clocks.tick(condition.at) };
    case 'metric':
      return { if: 'metric', ...compileBound(condition) };
    case 'acted':
    case 'not-acted':
      // The reference pass has compared every kind with the closed list.
      return { if: condition.if, kinds: condition.kinds as readonly InterventionKind[] };
    case 'all':
    case 'any':
      return { if: condition.if, of: condition.of.map((part) => compileCondition(part, clocks)) };
    default:
      return condition;
  }
}

function compileEffect(effect: EffectDocument, clocks: Clocks): Effect {
  switch (effect.do) {
    case 'message':
      return { do: 'message', from: effect.from, text: effect.text, wants: effect.wants ?? false };
    case 'deadline':
      return {
        do: 'deadline',
        id: effect.id,
        label: effect.label,
        inMinutes: minutesOf(effect.in),
      };
    case 'arm-promotion':
      return { do: 'arm-promotion', version: effect.version, atTick: clocks.tick(effect.at) };
    case 'ramp':
      return { do: 'ramp', rollout: effect.rollout, share: percentOf(effect.share) / 100 };
    default:
      return effect;
  }
}
