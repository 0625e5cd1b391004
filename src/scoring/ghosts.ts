/**
 * Scripted players in the world of a case, from its page: what each of them would have left behind, beside what the player
 * did. None of them is told anything; see src/bots.
 */
import { nothingLine, yourLine } from '../analysis/lines.ts';
import { recordTwin, type Stage } from '../analysis/stage.ts';
import type { BotId } from '../bots/bot.ts';
import { playOut } from '../bots/playOut.ts';
import { roster } from '../bots/roster.ts';
import { forkRun, type Run } from '../session/run.ts';

/** Those worth being held against: one works in the guide's order, one by what is written, one looks at everything. */
export const GHOSTS = ['careful-novice', 'runbook-reader', 'tourist'] as const satisfies BotId[];
export type GhostId = (typeof GHOSTS)[number];

export interface GhostCurve {
  readonly id: GhostId;
  readonly label: string;
  /** Cumulative harm on the grid of the analysis, millions of saves. */
  readonly values: readonly number[];
}

/** `page`: of the case, in the world of its analysis. Makes each of them, one after another; `onPart` is told how far one is. */
export function createGhosts(
  page: Run,
): (id: GhostId, onPart?: (done: number) => void) => GhostCurve {
  let stage: Stage | null = null;
  return (id, onPart) => {
    stage ??= recordTwin(page).stage;
    onPart?.(1 / 3);
    const [line] = page.scenario.references;
    if (line === undefined) throw new Error(`${page.scenario.id} has no reference line.`);
    const bot = roster(line).find((b) => b.id === id)!;
    const run = forkRun(page);
    playOut(run, bot, page.seed);
    onPart?.(2 / 3);
    // A world nobody ordered anything in is that of the line in which nothing is done.
    const acted = run.pair.live.applied.length > 0;
    const { curve } = acted ? yourLine(run, stage) : nothingLine(page, stage);
    return { id, label: bot.label, values: curve.values };
  };
}
