/**
 * The same case with other luck from the page on: people, draws and uploads of the hours before stay, later ones are drawn
 * anew. What was done is done again at its minutes, whatever the new readings would have said.
 */
import type { PlayLine } from '../scenario/compiled.ts';
import { forkRun, type Run } from '../session/run.ts';
import { branchKeys } from '../sim/world.ts';
import type { HarmCurve } from './harm.ts';
import { againLine, nothingLine, referenceLine, reflexLine, type LineId } from './lines.ts';
import { recordTwin } from './stage.ts';

/** Seeds of the luck; bands reach from the least to the most of them. */
export const BRANCHES = ['branch-1', 'branch-2', 'branch-3', 'branch-4'] as const;

/** Lines that have a band. */
export type BandedLine = Exclude<LineId, 'everything'>;

/** Cumulative harm, millions of saves, on the grid of the analysis; of the reference lines the best. */
export type BranchCurves = Readonly<Partial<Record<BandedLine, readonly number[]>>>;

/** `run`: closed, of the case whose page is `page`. `onPart`: called with the part that is done, line by line. */
export function branchCurves(
  run: Run,
  page: Run,
  branch: string,
  onPart: (done: number) => void = () => {},
): BranchCurves {
  const other = forkRun(page);
  branchKeys(other.pair.live, branch);
  if (other.pair.twin !== null) branchKeys(other.pair.twin, branch);
  const { stage } = recordTwin(other);
  const curveOf = (line: PlayLine): HarmCurve =>
    line.steps.length === 0 && line.undo === undefined
      ? nothingLine(other, stage).curve
      : referenceLine(other, stage, line).curve;
  const reflex = reflexLine(run);
  // The twin, each line, yours and doing nothing.
  const many = run.scenario.references.length + (reflex === null ? 3 : 4);
  let finished = 1;
  onPart(finished / many);
  const part = <T>(answer: T): T => {
    onPart(++finished / many);
    return answer;
  };
  const references = run.scenario.references.map((line) => part(curveOf(line)));
  const [best] = references.toSorted((a, b) => a.total - b.total);
  return {
    you: part(againLine(other, stage, run)).curve.values,
    nothing: part(nothingLine(other, stage)).curve.values,
    ...(reflex === null ? {} : { rollback: part(curveOf(reflex)).values }),
    ...(best === undefined ? {} : { reference: best.values }),
  };
}
