/** What a line may refer to without saying it: the hour, the declared radius, the names of this case. */
import type { Scope } from '../sim/segments.ts';
import type { RadiusClaim } from './commands.ts';
import type { View } from './view.ts';

/** Names of a case. Where a list is missing, any name is read. */
export interface GrammarNames {
  readonly builds?: readonly string[];
  readonly arms?: readonly string[];
  readonly versions?: readonly string[];
  readonly rollouts?: readonly string[];
  readonly pools?: readonly string[];
  readonly runbooks?: readonly string[];
  readonly people?: readonly string[];
  readonly topics?: Readonly<Record<string, readonly string[]>>;
  readonly suspects?: readonly string[];
  readonly hypotheses?: readonly string[];
  readonly offers?: Readonly<Record<string, readonly string[]>>;
  readonly causes?: readonly string[];
  readonly preventions?: readonly string[];
  readonly orders?: readonly string[];
}

export interface GrammarContext {
  /** Now, for times of day and weekdays. */
  readonly tick?: number;
  readonly pageTick?: number;
  /** What `radius` stands for, and what a look or remedy without `on` is aimed at. */
  readonly radius?: Scope;
  /** What a redrawn radius starts from. */
  readonly claim?: RadiusClaim;
  readonly names?: GrammarNames;
}

/** Everything the grammar can know of a case from what the player sees. */
export function contextOfView(view: View): GrammarContext {
  const builds = new Set<string>();
  const arms = new Set<string>();
  const versions = new Set<string>();
  const rollouts = new Set<string>();
  const pools = new Set<string>();
  for (const item of view.menu.flatMap((group) => group.items)) {
    for (const { command } of item.choices) {
      if (command.kind === 'test' && command.test.test === 'reroute') {
        arms.add(command.test.to);
        versions.add(command.test.to);
      }
      if (command.kind !== 'act') continue;
      const { act } = command;
      if ('build' in act) builds.add(act.build);
      if ('rollout' in act) rollouts.add(act.rollout);
      if ('pool' in act) pools.add(act.pool);
      if ('version' in act) versions.add(act.version);
      if ('to' in act) versions.add(act.to);
    }
  }
  const { claim } = view.radius;
  return {
    tick: view.now.tick,
    pageTick: view.now.tick - view.now.minutesSincePage,
    radius: view.radius.target,
    claim,
    names: {
      builds: [...builds],
      arms: [...arms],
      versions: [...versions],
      rollouts: [...rollouts],
      pools: [...pools],
      runbooks: view.runbooks.map((r) => r.id),
      people: view.cast.map((c) => c.id),
      topics: Object.fromEntries(view.cast.map((c) => [c.id, c.topics.map((t) => t.id)])),
      suspects: view.board.suspects.map((s) => s.id),
      hypotheses: view.board.hypotheses.map((h) => h.id),
      offers: Object.fromEntries(view.offers.map((o) => [o.id, o.registers.map((r) => r.id)])),
      causes: view.closing.causes.map((c) => c.id),
      preventions: view.closing.preventions.map((p) => p.id),
      orders: view.applied.filter((a) => a.canUndo).map((a) => a.id),
    },
  };
}
