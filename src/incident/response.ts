/**
 * The player's response: the region every incident shares. It says which step of handling an incident the player is
 * at, read off what they have done; it moves on, and back where a step is undone. It forbids nothing.
 */
import type { Facts } from './facts.ts';

export const RESPONSES = [
  'paged',
  'scoping',
  'reasoning',
  'acting',
  'verifying',
  'explaining',
  'closed',
] as const;
export type Response = (typeof RESPONSES)[number];

interface Step {
  readonly to: Response;
  readonly when: (facts: Facts) => boolean;
}

const hasActed = (facts: Facts): boolean => facts.acted.length > 0;
const closes: Step = { to: 'closed', when: (facts) => facts.closed };
const acts: Step = { to: 'acting', when: (facts) => hasActed(facts) && facts.underWay };
const verifies: Step = { to: 'verifying', when: (facts) => hasActed(facts) && !facts.underWay };

/** Ways out of each step, the first that holds is taken. */
export const RESPONSE_STEPS: Readonly<Record<Response, readonly Step[]>> = {
  paged: [
    closes,
    acts,
    verifies,
    { to: 'scoping', when: (facts) => facts.looked.length > 0 || facts.declared },
  ],
  scoping: [
    closes,
    acts,
    verifies,
    { to: 'reasoning', when: (facts) => facts.declared || facts.reasoned },
  ],
  reasoning: [
    closes,
    acts,
    verifies,
    // Nothing was right to be done: declared, thought about, and said so.
    { to: 'explaining', when: (facts) => facts.declared && facts.reasoned && facts.reported },
  ],
  acting: [closes, verifies, { to: 'reasoning', when: (facts) => !hasActed(facts) }],
  verifying: [
    closes,
    acts,
    { to: 'reasoning', when: (facts) => !hasActed(facts) },
    { to: 'explaining', when: (facts) => facts.reported },
  ],
  explaining: [
    closes,
    acts,
    { to: 'verifying', when: (facts) => hasActed(facts) && !facts.reported },
    { to: 'reasoning', when: (facts) => !hasActed(facts) && !facts.reported },
  ],
  closed: [],
};
