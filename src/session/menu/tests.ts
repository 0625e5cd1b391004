/** Tests: what can be tried without touching production. */
import { GENERATORS } from '../../sim/generators.ts';
import type { Scope } from '../../sim/segments.ts';
import type { Test } from '../commands.ts';
import { TEST_PRICES } from '../prices.ts';
import type { Run } from '../run.ts';
import type { MenuChoice, MenuItem } from '../view.ts';
import { scopeWords } from '../words.ts';
import { forbidden } from './acts.ts';
import { toolsOf } from './tools.ts';

export function tests(run: Run, target: Scope): MenuItem[] {
  const versions = run.scenario.world.models.map((m) => m.version);
  const item = (
    id: string,
    label: string,
    hint: string,
    kind: Test['test'],
    choices: readonly MenuChoice[],
    takesScope: boolean,
  ): MenuItem => ({
    id,
    label,
    hint,
    cost: TEST_PRICES[kind].cost,
    lag: TEST_PRICES[kind].lag,
    undo: 'not needed',
    takesScope,
    disabled:
      forbidden(run, 'test') ?? (choices.length === 0 ? 'There is nothing here to compare.' : null),
    choices,
    command: null,
  });
  const choice = (label: string, detail: string, test: Test): MenuChoice => ({
    label,
    detail,
    command: { kind: 'test', test },
  });
  const whom = `on ${scopeWords(target)}`;
  const replays: MenuChoice[] = [
    ...versions.map((to) =>
      choice(`Ranker at ${to}`, whom, { test: 'replay', swap: 'model', to, scope: target }),
    ),
    choice('Histories of 500 actions', whom, {
      test: 'replay',
      swap: 'history',
      to: '500',
      scope: target,
    }),
    ...GENERATORS.map((to) =>
      choice(`Without the ${to} source`, whom, {
        test: 'replay',
        swap: 'generator',
        to,
        scope: target,
      }),
    ),
    choice('Popular source at its usual quota', whom, {
      test: 'replay',
      swap: 'popularity',
      to: 'usual',
      scope: target,
    }),
  ];
  const pairs: MenuChoice[] = versions.slice(1).map((b) =>
    choice(`${versions[0] ?? ''} beside ${b}`, whom, {
      test: 'shadow',
      a: versions[0] ?? '',
      b,
      scope: target,
    }),
  );
  const reroutes: MenuChoice[] = versions.map((to) =>
    choice(`1 % to ${to}`, whom, { test: 'reroute', to, scope: target }),
  );
  const audits: MenuChoice[] = run.scenario.world.builds.map((b) =>
    choice(b.build, 'scripted session, events counted', { test: 'event-audit', build: b.build }),
  );
  return [
    item(
      'test-replay',
      'Replay with a stage swapped',
      'Up to 500 recent requests, one part exchanged',
      'replay',
      replays,
      true,
    ),
    item(
      'test-shadow',
      'Shadow two versions',
      'scores only, nobody is served',
      'shadow',
      pairs,
      true,
    ),
    item(
      'test-reroute',
      'Re-route 1 %',
      'real behaviour, wide interval',
      'reroute',
      reroutes,
      true,
    ),
    item(
      'test-audit',
      'Audit events of a build',
      'emitted against arrived',
      'event-audit',
      audits,
      false,
    ),
    ...toolsOf(run, target).map((tool) =>
      item(tool.id, tool.label, tool.hint, tool.kind, tool.choices, tool.takesScope),
    ),
  ];
}
