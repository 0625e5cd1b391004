/**
 * One sentence on what the player did with this incident. Rules in order, the first that holds speaks; it says what
 * happened, with its better half first where there is one, and never what sort of person does such a thing.
 */
import { durationLabel } from '../sim/clock.ts';
import type { InterventionKind } from '../sim/interventions.ts';
import type { Findings } from './findings.ts';
import type { Judged } from './judged.ts';
import { taintsTraining } from './means.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

export interface Verdict {
  /** Name of the rule, for tests and for statistics over runs. */
  readonly shape: string;
  readonly verdict: string;
  readonly subline: string;
}

interface Rule {
  readonly shape: string;
  readonly when: (o: Outcome) => boolean;
  readonly say: (o: Outcome, run: Judged) => string;
}

const healed = (o: Outcome): boolean =>
  o.remedy === 'narrow' || o.remedy === 'fitting' || o.remedy === 'global';
const right = (o: Outcome): boolean => o.cause === 'right';

const RULES: readonly Rule[] = [
  {
    shape: 'called nothing',
    when: (o) => o.cause === 'nothing' && !healed(o),
    say: (o) => `You read it as a quiet day, and ${o.thing} went on underneath.`,
  },
  {
    shape: 'untouched',
    when: (o) => o.remedy === 'none' && !right(o) && o.cause !== 'wrong',
    say: (o) => `You changed nothing and named nothing; ${o.thing} had the field.`,
  },
  {
    shape: 'found and left',
    when: (o) => right(o) && o.remedy === 'none',
    say: (o) => `You found ${o.thing}, and left ${it(o)} where ${they(o)}.`,
  },
  {
    shape: 'found and only held',
    when: (o) => right(o) && o.remedy === 'hold',
    say: (o, run) =>
      taintsTraining(run.scenario) && o.repairsOpen.length > 0
        ? `You found ${o.thing}, then let tonight’s model learn from ${it(o)}.`
        : `You found ${o.thing} and kept ${it(o)} from growing, without mending ${it(o)}.`,
  },
  {
    shape: 'taken back',
    when: (o) => o.remedy === 'undone',
    say: (o) => `You had the remedy for ${o.thing} in place, and took it back.`,
  },
  {
    shape: 'found, mended elsewhere',
    when: (o) => right(o) && o.remedy === 'wrong',
    say: (o) =>
      `You found ${o.thing}, and the order you ${o.handed ? 'left standing' : 'gave'} mended something else.`,
  },
  {
    shape: 'wrong cause, wrong lever',
    when: (o) => o.cause === 'wrong' && !healed(o),
    say: (o) => `You followed “${o.claimed?.label ?? ''}”, while it was ${o.thing}.`,
  },
  {
    shape: 'held, unnamed',
    when: (o) => o.remedy === 'hold',
    say: (o) => `You kept ${o.thing} from growing without asking what ${they(o)}.`,
  },
  {
    shape: 'left as found',
    when: (o) => o.handed && !healed(o),
    say: (o) => `You left what had been ordered before you as it was, and ${o.thing} stayed.`,
  },
  {
    shape: 'changed before knowing',
    when: (o) => !healed(o),
    say: (o) => `You changed something before it was clear what was wrong, and ${o.thing} stayed.`,
  },
  {
    shape: 'relapse',
    when: (o) => o.relapsed,
    say: (o) =>
      o.handed
        ? `${capital(o.thing)} had been stopped before you came, then the machinery brought ${it(o)} back.`
        : right(o)
          ? `You found and stopped ${o.thing}, then the machinery brought ${it(o)} back.`
          : `You stopped ${o.thing} once, then the machinery brought ${it(o)} back.`,
  },
  {
    shape: 'already stopped, wrong name',
    when: (o) => o.handed && !right(o) && o.cause !== 'unnamed',
    say: (o) =>
      `${capital(o.thing)} had been stopped before you came, and you went home believing it had been something else.`,
  },
  {
    shape: 'already stopped, unnamed',
    when: (o) => o.handed && !right(o),
    say: (o) =>
      `${capital(o.thing)} had been stopped before you came, and you left it there without saying what it was.`,
  },
  {
    shape: 'right lever, wrong name',
    when: (o) => o.cause === 'wrong' || o.cause === 'nothing',
    say: (o) => `You stopped ${o.thing}, and went home believing it had been something else.`,
  },
  {
    shape: 'stopped, unnamed',
    when: (o) => o.cause === 'unnamed',
    say: (o) => `You stopped ${o.thing} without saying what it was.`,
  },
  {
    shape: 'repair left',
    when: (o) => o.repairsOpen.length > 0,
    say: (o, run) => `You found ${o.thing}, then ${leftover(run, o)}.`,
  },
  {
    shape: 'too wide',
    when: (o) => o.remedy === 'global',
    say: (o) =>
      `You found ${o.thing}, and ${o.handed ? 'left it undone' : 'undid it'} for people it had been good to.`,
  },
  {
    shape: 'late',
    when: (o) => o.late !== null,
    say: (o) =>
      `You found ${o.thing}, and stopped ${it(o)} ${durationLabel(o.late ?? 0)} after the evidence was in.`,
  },
  {
    shape: 'not seen to work',
    when: (o) => !o.recovered,
    say: (o) =>
      o.handed
        ? `You found ${o.thing} already stopped, and closed before it was seen to hold.`
        : `You found ${o.thing} and did what helps, ${
            o.shown ? 'and closed before what was hurt had come back' : 'too late to see it help'
          }.`,
  },
  {
    shape: 'left alone',
    when: (o) => o.handed,
    say: (o) => `You found ${o.thing} already stopped, saw that it held, and left it alone.`,
  },
  {
    shape: 'radius missed',
    when: (o) => o.radius === 'missed' || o.radius === 'unsaid',
    say: (o) => `You stopped ${o.thing} without having found those ${subject(o)} hurt.`,
  },
  {
    shape: 'radius overdrawn',
    when: (o) => o.radius === 'overdrawn',
    say: (o) => `You stopped ${o.thing} with a circle drawn wider than the harm.`,
  },
  {
    shape: 'ahead of the evidence',
    when: (o) => o.early,
    say: (o) =>
      `You were right about ${o.thing}, on fewer readings than settle it against its rivals.`,
  },
  {
    shape: 'clean, narrow',
    when: (o) => o.remedy === 'narrow',
    say: (o) =>
      `You found ${o.thing}, healed those ${subject(o)} reached and left everyone else alone.`,
  },
  {
    shape: 'clean',
    when: () => true,
    say: (o) => `You found ${o.thing}, stopped ${it(o)} and made it last.`,
  },
];

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const isPlural = (o: Outcome): boolean =>
  o.thing.includes(' and ') || (o.thing.split(' that ')[0] ?? '').endsWith('s');
const it = (o: Outcome): string => (isPlural(o) ? 'them' : 'it');
const subject = (o: Outcome): string => (isPlural(o) ? 'they' : 'it');
const they = (o: Outcome): string => (isPlural(o) ? 'they were' : 'it was');

/** What stayed behind, from the kinds of order that would have seen to it. */
function leftover(run: Judged, o: Outcome): string {
  const open = run.scenario.recovery.repairs.filter((r) => o.repairsOpen.includes(r.label));
  const kinds = new Set<InterventionKind>(open.flatMap((r) => r.anyOf));
  if (kinds.has('quarantine-rows') || kinds.has('skip-training'))
    return `let tonight’s model learn from ${it(o)}`;
  if (kinds.has('stop-ramp')) return 'left the ramp running';
  if (kinds.has('pin-model')) return 'left the door open for the night';
  if (kinds.has('normalise-popularity')) return `held ${it(o)} without cutting ${it(o)}`;
  if (kinds.has('retrain')) return 'left the model with what it had learnt';
  if (kinds.has('dedupe-events') || kinds.has('fix-client')) return `left ${it(o)} counting`;
  if (kinds.has('stop-job')) return 'left the job running';
  if (kinds.has('spam-rule')) return 'left the fake saves in the counts';
  if (kinds.has('restore-history')) return 'left people’s histories erased';
  if (kinds.has('rebuild-index')) return 'left the index as it was';
  if (kinds.has('revert-setting')) return 'left the setting where it was';
  return `left one thing open: ${o.repairsOpen[0] ?? 'a repair'}`;
}

export function verdictOf(run: Judged, findings: Findings): Verdict {
  const outcome = outcomeOf(run, findings);
  // The last rule holds for everything.
  const rule = RULES.find((r) => r.when(outcome)) ?? RULES[RULES.length - 1]!;
  return {
    shape: rule.shape,
    verdict: rule.say(outcome, run),
    subline: sublineOf(
      findings,
      run.scenario.handover === undefined ? 'doing nothing' : 'leaving it as you found it',
    ),
  };
}

export const VERDICT_SHAPES: readonly string[] = RULES.map((r) => r.shape);

/** Below this part of what was at stake, a difference is none. */
const SAME = 0.02;

function sublineOf({ harm }: Findings, idle: string): string {
  const { nothing, you } = harm;
  const scale = Math.max(Math.abs(nothing), Math.abs(you));
  if (scale === 0) return 'No harm was measured on any line, yours included: 0.';
  if (nothing === you) return `It cost people what ${idle} would have cost them.`;
  const spared = (nothing - you) / scale;
  if (Math.abs(spared) < SAME)
    return `Within ${Math.round(100 * SAME)} % of what ${idle} would have cost people.`;
  const percent = Math.max(1, Math.round(100 * Math.abs(spared)));
  // Harm below zero: what was set right outweighs what was lost before.
  if (you < 0 && nothing > 0)
    return `People came out ahead: all that ${idle} would have cost them was spared, and more.`;
  return spared > 0
    ? `People were spared ${percent} % of what ${idle} would have cost them.`
    : `It cost people more than ${idle} would have: ${percent} % of the harm came with the moves.`;
}
