/** A menu of one group that offers these orders, as players read it. */
import type { MenuGroup } from '../../src/session/view.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';

export const menuOf = (
  group: MenuGroup['group'],
  orders: readonly InterventionSpec[],
): readonly MenuGroup[] => [
  {
    group,
    items: [
      {
        disabled: null,
        command: null,
        choices: orders.map((act) => ({ command: { kind: 'act', act } })),
      },
    ],
  } as unknown as MenuGroup,
];
