/**
 * One hidden class for every world, however it was made. Engines make fast what they have met before, and take two
 * objects for alike by how they were built. A world is built by literals, copied for forks and brought back from other
 * threads; a large record copied name by name even becomes a table that is searched. Spread once more, all are alike,
 * as long as each kind has a place of its own in the code where it is spread: what one place sees is remembered for few
 * kinds only.
 */
import type { Counters } from './data/counters.ts';
import type { Control } from './delivery/control.ts';
import type { ModelLine } from './delivery/registry.ts';
import type { Ideas } from './ideas/ideas.ts';
import type { Infra } from './infra/state.ts';
import type { People } from './people/people.ts';
import type { PopularTable } from './serving/popular.ts';
import type { DayTally } from './telemetry/tally.ts';

export const ALIKE = {
  people: (r: People): People => ({ ...r }),
  ideas: (r: Ideas): Ideas => ({ ...r }),
  counters: (r: Counters): Counters => ({ ...r }),
  popular: (r: PopularTable): PopularTable => ({ ...r }),
  control: (r: Control): Control => ({ ...r }),
  infra: (r: Infra): Infra => ({ ...r }),
  line: (r: ModelLine): ModelLine => ({ ...r }),
  today: (r: DayTally): DayTally => ({ ...r }),
} as const;

/** What of a world its running reads all the time. */
interface Records {
  readonly people: People;
  readonly ideas: Ideas;
  readonly counters: Counters;
  readonly popular: PopularTable;
  readonly lines: readonly ModelLine[];
  readonly control: Control;
  readonly infra: Infra;
  readonly today: DayTally;
}

/** The record that holds them. */
export const spread = <W extends Records>(world: W): W => ({ ...world });

/** A world whose records are like every other world's. */
export function worldAlike<W extends Records>(world: W): W {
  return spread({
    ...world,
    people: ALIKE.people(world.people),
    ideas: ALIKE.ideas(world.ideas),
    counters: ALIKE.counters(world.counters),
    popular: ALIKE.popular(world.popular),
    lines: world.lines.map(ALIKE.line),
    control: ALIKE.control(world.control),
    infra: ALIKE.infra(world.infra),
    today: ALIKE.today(world.today),
  });
}
