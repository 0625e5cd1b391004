import { expect, test } from 'vitest';
import { checkAct } from '../../src/session/checkAct.ts';
import { remedyChanges, remedyHolds } from '../../src/session/menu/remedies.ts';
import { menuOf } from '../../src/session/menu.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import { INTERVENTION_PRICES } from '../../src/sim/interventions.ts';
import type { MenuItem } from '../../src/session/view.ts';
import { atPage } from './cases.ts';

const actsOf = (item: MenuItem): InterventionSpec[] =>
  [item.command, ...item.choices.map((c) => c.command)].flatMap((command) =>
    command?.kind === 'act' ? [command.act] : [],
  );

test('with the remedies every order there is can be found in the menu, and each can be said', () => {
  const run = atPage();
  const remedies = [...remedyHolds(run), ...remedyChanges(run)];
  const menu = menuOf(run).flatMap((group) => group.items);
  const offered = new Set([...menu, ...remedies].flatMap(actsOf).map((act) => act.kind));
  // One pool and one rollout: nothing can be drained or taken apart here, and the item says so.
  const here = Object.keys(INTERVENTION_PRICES).filter((kind) => !offered.has(kind as never));
  expect(here.toSorted()).toEqual(['drain-pool', 'exclusive-arms']);
  for (const item of remedies) {
    const acts = actsOf(item);
    if (acts.length === 0) expect(item.disabled).not.toBeNull();
    for (const act of acts) expect(checkAct(run, act)).toBeNull();
  }
  const ids = new Set(remedies.map((item) => item.id));
  expect(ids.size).toBe(remedies.length);
});

test('two experiments can be taken apart, each from the other; one and a rollout cannot', () => {
  const page = atPage();
  const experiment = (id: string) => ({
    id,
    layer: `layer of ${id}`,
    fromTick: 0,
    arms: [
      { id: 'off', share: 0.5 },
      { id: 'on', share: 0.5 },
    ],
  });
  const pairsWith = (...ids: readonly string[]): string[] => {
    const world = { ...page.scenario.world, experiments: ids.map(experiment) };
    return remedyChanges({ ...page, scenario: { ...page.scenario, world } })
      .flatMap(actsOf)
      .flatMap((act) => (act.kind === 'exclusive-arms' ? [`${act.rollout} from ${act.than}`] : []));
  };
  expect(pairsWith('rows')).toEqual([]);
  expect(new Set(pairsWith('rows', 'drawing'))).toEqual(
    new Set(['rows from drawing', 'drawing from rows']),
  );
});
