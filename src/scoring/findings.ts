/** What the analyst measured in the re-run worlds, as plain data: the only part of scoring that knows the truth. */

export interface Findings {
  /** Cumulative harm per line at the end, in the chart's unit. */
  readonly harm: {
    readonly nothing: number;
    readonly you: number;
    readonly reference: number;
    readonly rollback: number;
    readonly everything: number;
    readonly unit: string;
  };
  /** Where your harm lies from the worse of doing nothing and a rollback (0) to the best line (1); it may lie outside. */
  readonly impact: number;
  readonly layers: readonly LayerFinding[];
  readonly witnessUnaffected: boolean | null;
  /** Share of sessions the remedy's scope covers; null where no remedy has a scope. */
  readonly remedyShare: number | null;
  /** Share of sessions truly hurt. */
  readonly hurtShare: number;
  readonly recovered: boolean;
  readonly relapsed: boolean;
  /** Labels of the scenario's repairs that were not seen to. */
  readonly repairsOpen: readonly string[];
}

export interface LayerFinding {
  readonly layer: 'reading' | 'hurtNow' | 'hurtLater';
  /** Nobody belongs to this layer in truth. */
  readonly truthNobody: boolean;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly saidNothing: boolean;
}
