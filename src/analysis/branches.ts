/**
 * The same case with other luck from the page on: people, draws and uploads of the hours before stay, later ones are drawn
 * anew. What was done is done again at its minutes, whatever the new readings would have said.
 */
import { forkRun, type Run } from '../session/run.ts';
import { branchKeys } from '../sim/world.ts';
import { weighedLines } from './belief/payoff.ts';
import { nothingLine, referenceLine, type LineId } from './lines.ts';
import { recordTwin } from './stage.ts';

/** Seeds of the luck; bands reach from the least to the most of them. */
export const BRANCHES = ['branch-1', 'branch-2', 'branch-3', 'branch-4'] as const;

/** Lines that have a band. */
export type BandedLine = Exclude<LineId, 'everything'>;

/** Cumulative harm, millions of saves, on the grid of the analysis; of the reference lines the best. */
export type BranchCurves = Readonly<Partial<Record<BandedLine, readonly number[]>>>;

/** `run`: closed, of the case whose page is `page`. */
export function branchCurves(run: Run, page: Run, branch: string): BranchCurves {
  const other = forkRun(page);
  branchKeys(other.pair.live, branch);
  if (other.pair.twin !== null) branchKeys(other.pair.twin, branch);
  const { stage } = recordTwin(other);
  const curves: Partial<Record<BandedLine, readonly number[]>> = {};
  const references = new Set(run.scenario.references.map((line) => line.id));
  let least = Infinity;
  for (const { id, line } of weighedLines(run)) {
    const isReference = references.has(id);
    if (!isReference && id !== 'you' && id !== 'nothing' && id !== 'rollback') continue;
    const { curve } =
      line.steps.length === 0 ? nothingLine(other, stage) : referenceLine(other, stage, line);
    if (!isReference) curves[id as BandedLine] = curve.values;
    else if (curve.total < least) {
      least = curve.total;
      curves.reference = curve.values;
    }
  }
  return curves;
}
