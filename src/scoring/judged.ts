/** The part of a run that is judged: what was known, said and done. The worlds behind it stay with the analyst. */
import type { Run } from '../session/run.ts';

export type Judged = Pick<Run, 'scenario' | 'log' | 'desk'>;
