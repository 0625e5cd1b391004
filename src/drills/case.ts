/** What a family makes of a plan: everything of an incident that depends on what is wrong. The rest is the same for all. */
import type { ScenarioDocument } from '../scenario/schema.ts';
import type { ScopeDocument } from '../scenario/schemaScope.ts';
import type { MetricId } from '../sim/metrics.ts';
import type { Surface } from '../sim/segments.ts';

export type Hypothesis = ScenarioDocument['hypotheses'][number];
export type Fault = ScenarioDocument['faults'][number];
export type Change = ScenarioDocument['changes'][number];
export type Line = ScenarioDocument['references'][number];
export type Act = Line['steps'][number]['act'];
export type World = ScenarioDocument['world'];
export type Person = ScenarioDocument['cast'][number];

export interface Measured {
  readonly metric: MetricId;
  readonly scope: ScopeDocument;
  readonly surface: Surface | 'all';
}

export interface Case {
  readonly title: string;
  readonly concepts: string[];
  readonly questions: number[];
  readonly principles: string[];
  readonly rollback: ScenarioDocument['rollback'];
  /** Where it is seen, on the call-sign. */
  readonly place: string;
  readonly page: Measured & {
    /** Per cent it is expected to fall by, for the words and for the threshold. */
    readonly fall: number;
    /** As in `saves per idea seen, people on iOS`. */
    readonly subject: string;
    readonly cannot: string;
  };
  readonly faults: Fault[];
  readonly guilty: Omit<Change, 'guilty'>[];
  readonly truth: Omit<Hypothesis, 'truth' | 'world'>;
  /** As the board offers it: a place to look, not an answer. */
  readonly suspect: string;
  readonly rivals: Hypothesis[];
  readonly references: Line[];
  readonly wrong: Line[];
  readonly repairs: ScenarioDocument['recovery']['repairs'];
  /** Who must be read as fallen, by how much at least, and who as untouched. */
  readonly hurt: Measured & { readonly percent: number };
  readonly witness: Measured;
  readonly robots?: World['robots'];
  /** Who looks after what broke. */
  readonly owner: Omit<Person, 'id' | 'name'>;
  readonly causes: ScenarioDocument['postmortem']['causes'];
  readonly preventions: ScenarioDocument['postmortem']['preventions'];
  readonly story: string[];
  readonly interview: string;
  /** A careful, a plain and a too sure sentence, of who is hurt and of why. */
  readonly says: {
    readonly who: readonly [string, string, string];
    readonly why: readonly [string, string, string];
  };
  /** A time by which something happens by itself. */
  readonly deadline?: { readonly label: string; readonly in: string };
}
