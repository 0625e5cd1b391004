/** The preventions of an incident and what became of those that could be tried: for the board. Plain data. */
import type { IdleRings, Tried } from '../analysis/prevention/tryOut.ts';
import type { Run } from '../session/run.ts';
import { savesWords } from './savesWords.ts';

export interface PreventionView {
  readonly label: string;
  /** What the player would do first. */
  readonly chosen: boolean;
  /** What came of trying it, or why it could not be tried. */
  readonly came: string;
  /** How often it rings for nothing; null where it is no rule. */
  readonly idle: string | null;
}

/** `tried`: by id, of all that are rules; `worlds`: the same rules where nothing is wrong. */
export function preventionViewOf(
  run: Pick<Run, 'scenario' | 'desk'>,
  tried: ReadonlyMap<string, Tried>,
  worlds: readonly IdleRings[],
): PreventionView[] {
  const chosen = run.desk.closed?.prevention ?? null;
  const days = worlds.reduce((sum, world) => sum + world.days, 0);
  return run.scenario.postmortem.preventions.map((item) => {
    const told = { label: item.label, chosen: item.id === chosen };
    if (item.alert === null) return { ...told, came: UNTRIED[`${item.helps}`], idle: null };
    const rings = worlds.reduce((sum, world) => sum + world.rings[item.id]!, 0);
    return {
      ...told,
      came: cameOf(item.alert.acts.length > 0, tried.get(item.id)!),
      idle: idleWords(rings, days),
    };
  });
}

/** Where none of an incident's preventions is a rule, there is nothing to try out: what is thought of each. Else null. */
export function untriedOf(run: Pick<Run, 'scenario' | 'desk'>): PreventionView[] | null {
  const { preventions } = run.scenario.postmortem;
  if (preventions.some(({ alert }) => alert !== null)) return null;
  return preventionViewOf(run, new Map(), []);
}

const UNTRIED = {
  true: 'The author thinks it would have helped.',
  false: 'The author thinks it would not have helped here.',
} as const;

/** Less than that is within what two runs of one world may differ by: share of the harm. */
const LITTLE = 0.03;

function cameOf(acts: boolean, { early, harm }: Tried): string {
  if (early === null || harm === null) return 'It does not ring before this page did.';
  const rings = `It rings ${span(early)} before this page did`;
  const gap = harm.without - harm.with;
  const subject = acts
    ? 'and what it then does by itself'
    : 'and the author’s best line from there';
  if (Math.abs(gap) < LITTLE * harm.without) return `${rings}, ${subject} changes little.`;
  return gap > 0
    ? `${rings}, ${subject} spares ${savesWords(gap)} of ${savesWords(harm.without)} saves lost.`
    : `${rings}, ${subject} costs ${savesWords(-gap)} saves more.`;
}

function span(minutes: number): string {
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

function idleWords(rings: number, days: number): string {
  const over = `${Math.round(days)} days in which nothing was wrong`;
  if (rings === 0) return `Silent over ${over}.`;
  return `Rang ${rings === 1 ? 'once' : `${rings} times`} over ${over}.`;
}
