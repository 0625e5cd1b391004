/**
 * The golden set: fixed requests whose good answers are known, because somebody judged their candidates when all was
 * well. Judging is the one place where a company may look at what people really want.
 */
import { NO_IDEA } from '../people/people.ts';
import { react, REACTION } from '../people/react.ts';
import { HOME } from '../presets.ts';
import { LANGUAGES } from '../segments.ts';
import { PLAIN_SEASON } from '../season.ts';
import { homeRequest, serve } from '../serving/serve.ts';
import { recordAlike, type World } from '../world.ts';
import type { Probe } from './probes.ts';

/** Candidates of a request that count as good answers. */
const GOOD = 10;

const alone = { item: new Uint16Array(1), seedIdea: -1, cached: false };

/** What a judge would say: the wish to save, of somebody rested, on an ordinary day. */
function judged(world: World, person: number, idea: number): number {
  alone.item[0] = idea;
  react(world, person, alone, 1, HOME, PLAIN_SEASON, true);
  return REACTION.save[0]!;
}

export interface GoldenAnswer {
  readonly language: string;
  /** Share of the good answers that stand in the slate. */
  readonly recall: number;
  /** Share of pairs of the slate that stand in the judged order. */
  readonly agreement: number;
}

function goodOf(world: World, probe: Probe): ReadonlySet<number> {
  serve(world, homeRequest(probe.person, probe.salt), world.tick, world.scratch.slates[HOME]!, {});
  const { candidate, candidates } = world.scratch;
  return new Set(
    Array.from(candidate.subarray(0, candidates))
      .map((idea) => ({ idea, worth: judged(world, probe.person, idea) }))
      .toSorted((a, b) => b.worth - a.worth || a.idea - b.idea)
      .slice(0, GOOD)
      .map(({ idea }) => idea),
  );
}

function answerOf(
  world: World,
  line: number,
  probe: Probe,
  good: ReadonlySet<number>,
): GoldenAnswer {
  const slate = world.scratch.slates[HOME]!;
  serve(world, homeRequest(probe.person, probe.salt), world.tick, slate, { line });
  const shown = Array.from(slate.item.subarray(0, slate.length)).filter((i) => i !== NO_IDEA);
  const worth = shown.map((idea) => judged(world, probe.person, idea));
  let pairs = 0;
  let agreeing = 0;
  for (let a = 0; a < worth.length; a++)
    for (let b = a + 1; b < worth.length; b++) {
      pairs++;
      if (worth[a]! >= worth[b]!) agreeing++;
    }
  return {
    language: LANGUAGES[world.people.language[probe.person]!]!,
    recall: shown.filter((idea) => good.has(idea)).length / good.size,
    agreement: pairs === 0 ? 0 : agreeing / pairs,
  };
}

/** Answers of a version to the set as it is served now, and as it was when all was well, request by request. */
export function goldenAnswers(
  world: World,
  line: number,
  probes: readonly Probe[],
): { readonly now: readonly GoldenAnswer[]; readonly made: readonly GoldenAnswer[] } {
  const whole = recordAlike({ ...world, faults: [] });
  const good = probes.map((probe) => goodOf(whole, probe));
  return {
    now: probes.map((probe, k) => answerOf(world, line, probe, good[k]!)),
    made: probes.map((probe, k) => answerOf(whole, line, probe, good[k]!)),
  };
}
