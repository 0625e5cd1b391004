/** Does a strategy that looks at nothing do as well as knowing? In no incident but where that strategy is the lesson. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { AS_GOOD } from '../balance.ts';
import { bestOf, type LinesHarm } from '../evidence.ts';
import type { LinesEvidence } from '../measure/lines.ts';
import { PANICKED, type PlayersEvidence } from '../measure/players.ts';
import { exhausted, proven, refuted, type Proof } from '../verdict.ts';
import { isNothingRight } from './lines.ts';

/** Harm of a panic strategy on a seed. */
interface Panic {
  readonly strategy: string;
  readonly seed: string;
  readonly harm: number;
}

const WORDS: Readonly<Record<string, string>> = {
  nothing: 'doing nothing',
  waiter: 'doing nothing',
  rollback: 'rolling back at once',
  'roller-back': 'rolling back at once',
  everything: 'pulling every lever',
  shotgun: 'pulling every lever',
  random: 'doing things by chance',
};

export function noPanic(
  scenario: CompiledScenario,
  seeds: readonly LinesEvidence[],
  players: readonly PlayersEvidence[],
): Proof {
  if (seeds.length === 0) return exhausted('shortcut', 'no world was run');
  const panics = [...linePanics(seeds), ...playerPanics(players)];
  for (const strategy of new Set(panics.map((p) => p.strategy))) {
    if (isLesson(scenario, strategy)) continue;
    const own = panics.filter((p) => p.strategy === strategy);
    const won = own.filter((p) => isAsGood(p, seeds));
    if (won.length * 2 <= own.length) continue;
    const [one] = won;
    return refuted(
      'shortcut',
      `${WORDS[strategy] ?? strategy} does as well as the best reference on ${won.length} of ${own.length} seeds (${one?.seed}: ${one?.harm.toFixed(2)} million saves lost).`,
      'Let the blind order cost somebody what the aimed one leaves them, or give the fault a part that it does not reach.',
    );
  }
  return proven(
    'shortcut',
    `none of ${new Set(panics.map((p) => p.strategy)).size} panic strategies is as good as knowing, on ${seeds.length} seeds`,
  );
}

function linePanics(seeds: readonly LinesEvidence[]): Panic[] {
  return seeds.flatMap((s) =>
    [s.nothing, s.rollback, s.everything].map(({ line, harm }) => ({
      strategy: line,
      seed: s.seed,
      harm,
    })),
  );
}

function playerPanics(players: readonly PlayersEvidence[]): Panic[] {
  return players.flatMap(({ seed, harms }) =>
    PANICKED.map((player) => ({
      // A world that is the same to the bit is one in which the player found nothing to do.
      strategy: harms[player] === harms.waiter ? 'waiter' : player,
      seed,
      harm: harms[player] ?? NaN,
    })),
  );
}

/** Where a strategy is what the incident teaches, it may win. */
function isLesson(scenario: CompiledScenario, strategy: string): boolean {
  const words = WORDS[strategy];
  return (
    (words === WORDS['rollback'] && scenario.rollback === 'right') ||
    (words === WORDS['nothing'] && isNothingRight(scenario))
  );
}

/** As good as the best line, within a tenth of what was at stake on that seed. */
export function isAsGood(
  { seed, harm }: { readonly seed: string; readonly harm: number },
  seeds: readonly LinesHarm[],
): boolean {
  const of = seeds.find((s) => s.seed === seed);
  if (of === undefined) return false;
  const best = bestOf(of).harm;
  const worst = Math.max(of.nothing.harm, of.rollback.harm);
  return harm <= best + AS_GOOD * Math.max(0, worst - best);
}
