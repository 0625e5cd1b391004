/** Rules of the chart: every state can be entered and left, and nothing in it is a remedy in disguise. */
import { parsePercent } from './clock.ts';
import { expand, objectsWith, valueAt } from './paths.ts';
import type { Complaint, Path } from './source.ts';
import { EFFECT_ENTRIES } from './vocabulary.ts';

interface Way {
  readonly from: string;
  readonly to: string;
  readonly path: Path;
}

export function lintChart(data: unknown): Complaint[] {
  return [...lintPaths(data), ...lintEffects(data)];
}

function lintPaths(data: unknown): Complaint[] {
  const states = expand(data, 'chart.states.*');
  const idOf = (path: Path): unknown => valueAt(data, [...path, 'id']);
  const ways = states.flatMap((state) => {
    const transitions = valueAt(data, [...state, 'transitions']);
    return (Array.isArray(transitions) ? transitions : []).map((_, index): Way => {
      const path = [...state, 'transitions', index];
      return { from: String(idOf(state)), to: String(valueAt(data, [...path, 'to'])), path };
    });
  });
  const initial = valueAt(data, ['chart', 'initial']);
  if (states.length === 0 || typeof initial !== 'string') return [];

  const complaints: Complaint[] = [];
  if (!states.some((state) => valueAt(data, [...state, 'final']) === true)) {
    complaints.push({
      code: 'SCN054',
      path: ['chart', 'states'],
      atKey: true,
      found: 'none of them is final',
    });
  }
  const reached = reachable(initial, ways);
  for (const state of states) {
    const id = idOf(state);
    if (typeof id !== 'string') continue;
    if (!reached.has(id))
      complaints.push({ code: 'SCN050', path: [...state, 'id'], found: 'cannot be reached' });
    const final = valueAt(data, [...state, 'final']) === true;
    if (!final && !ways.some((way) => way.from === id && way.to !== id)) {
      complaints.push({ code: 'SCN051', path: [...state, 'id'], found: 'has no way out' });
    }
  }
  return complaints;
}

function reachable(initial: string, ways: readonly Way[]): Set<string> {
  const reached = new Set([initial]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const { from, to } of ways) if (reached.has(from)) reached.add(to);
  }
  return reached;
}

function lintEffects(data: unknown): Complaint[] {
  const onlyByActing = statesOnlyByActing(data);
  return objectsWith(data, 'chart', 'do').flatMap((path): Complaint[] => {
    const kind = valueAt(data, [...path, 'do']);
    const complaints: Complaint[] = [];
    const factor = valueAt(data, [...path, 'factor']);
    if (kind === 'worsen' && typeof factor === 'number' && factor < 1) {
      complaints.push({
        code: 'SCN052',
        path: [...path, 'factor'],
        found: 'would make the fault smaller',
        expected: 'at least 1',
      });
    }
    if (kind === 'ramp' && lowersRamp(data, path)) {
      complaints.push({
        code: 'SCN052',
        path: [...path, 'share'],
        found: 'would take the rollout back',
        expected: 'a larger share than before the page',
      });
    }
    if (
      typeof kind === 'string' &&
      touchesWorld(kind) &&
      reachedByActing(data, path, onlyByActing)
    ) {
      complaints.push({
        code: 'SCN053',
        path: [...path, 'do'],
        found: 'happens only because the player acted',
      });
    }
    return complaints;
  });
}

const touchesWorld = (kind: string): boolean =>
  Object.hasOwn(EFFECT_ENTRIES, kind) &&
  EFFECT_ENTRIES[kind as keyof typeof EFFECT_ENTRIES].touchesWorld;

function lowersRamp(data: unknown, path: Path): boolean {
  const rollout = expand(data, 'world.rollouts.*').find(
    (at) => valueAt(data, [...at, 'id']) === valueAt(data, [...path, 'rollout']),
  );
  const stages = rollout ? valueAt(data, [...rollout, 'stages']) : null;
  const last: unknown = Array.isArray(stages) ? (stages as readonly unknown[]).at(-1) : null;
  const before = parsePercent(String(valueAt(last, ['share'])));
  const after = parsePercent(String(valueAt(data, [...path, 'share'])));
  return before !== null && after !== null && after < before;
}

/** Does it take an action of the player for this effect to happen? */
function reachedByActing(data: unknown, path: Path, onlyByActing: ReadonlySet<string>): boolean {
  const state = path.slice(0, 3);
  const inTransition = path[3] === 'transitions';
  if (inTransition && needsActing(valueAt(data, [...path.slice(0, 5), 'when']))) return true;
  return onlyByActing.has(String(valueAt(data, [...state, 'id'])));
}

/** States that no way leads to without an action of the player. */
function statesOnlyByActing(data: unknown): ReadonlySet<string> {
  const states = expand(data, 'chart.states.*');
  const freeWays = states.flatMap((state) => {
    const transitions = valueAt(data, [...state, 'transitions']);
    return (Array.isArray(transitions) ? (transitions as readonly unknown[]) : [])
      .filter((transition) => !needsActing(valueAt(transition, ['when'])))
      .map((transition, index): Way => ({
        from: String(valueAt(data, [...state, 'id'])),
        to: String(valueAt(transition, ['to'])),
        path: [...state, 'transitions', index],
      }));
  });
  const free = reachable(String(valueAt(data, ['chart', 'initial'])), freeWays);
  return new Set(
    states.map((state) => String(valueAt(data, [...state, 'id']))).filter((id) => !free.has(id)),
  );
}

function needsActing(condition: unknown): boolean {
  const kind = valueAt(condition, ['if']);
  const of = valueAt(condition, ['of']);
  const parts: readonly unknown[] = Array.isArray(of) ? of : [];
  if (kind === 'all') return parts.some(needsActing);
  if (kind === 'any') return parts.length > 0 && parts.every(needsActing);
  return kind === 'acted';
}
