/** What a field of a document may refer to. */
export type Reference =
  | 'model'
  | 'build'
  | 'rollout'
  | 'pool'
  /** A rollout, or an experiment of a layer. */
  | 'trial'
  /** What arms a person may be in, as one label. */
  | 'overlap'
  | 'cast'
  | 'fault'
  | 'hypothesis'
  | 'suspect'
  | 'state'
  | 'command'
  | 'intervention'
  | 'view'
  | 'principle'
  | 'mechanism'
  | 'component'
  | 'scope'
  /** A scope that must select somebody: of a fault or an order, which would do nothing otherwise. */
  | 'people'
  /** Checked by the schema already; named here so that the guide can print it. */
  | 'metric';

export interface KindEntry {
  readonly means: string;
  /** Fields (of the document) that name something. */
  readonly refers: Readonly<Record<string, Reference>>;
}
