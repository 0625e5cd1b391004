/** What can be said, and to whom. */
import type { Run } from '../run.ts';
import type { MenuItem } from '../view.ts';
import { forbidden } from './acts.ts';

export function says(run: Run): MenuItem[] {
  return [
    {
      id: 'say-ask',
      label: 'Ask somebody…',
      hint: 'may be wrong, biased or asleep',
      cost: 2,
      lag: 10,
      undo: 'not needed',
      takesScope: false,
      disabled: forbidden(run, 'ask'),
      choices: run.scenario.cast.flatMap((c) =>
        c.topics.map((t) => ({
          label: `${c.name}: ${t.label}`,
          detail: `${c.role}, ${c.available}`,
          command: { kind: 'ask', who: c.id, about: t.id } as const,
        })),
      ),
      command: null,
    },
  ];
}
