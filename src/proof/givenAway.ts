/** Does a text that is read in play say what is wrong? Enough of the words of the truth, and of no rival as many. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { stem, tellingWords } from '../scenario/lintSecrets.ts';
import { textsOf, type Told } from './texts.ts';
import { proven, refuted, type Proof } from './verdict.ts';

/** Share of the truth's telling words, and number of them, from which one text says it: two words are no sentence yet. */
const TOLD_SHARE = 0.6;
const TOLD_WORDS = 3;

export function untold(scenario: CompiledScenario): Proof {
  const truth = scenario.hypotheses.find((h) => h.truth);
  if (truth === undefined) return proven('shortcut', 'no truth to give away');
  const rivals = scenario.hypotheses.filter((h) => !h.truth);
  const wanted = stemsOf(truth.label);
  const read = unaskedTexts(scenario);
  for (const { at, text } of read) {
    const said = stemsOf(text);
    const told = [...wanted].filter((word) => said.has(word));
    if (told.length < TOLD_WORDS || told.length / wanted.size < TOLD_SHARE) continue;
    if (rivals.some((r) => covered(stemsOf(r.label), said) >= told.length / wanted.size)) continue;
    return refuted(
      'shortcut',
      `${at} alone says what is wrong: it shares ${told.length} of ${wanted.size} telling words with “${truth.label}”.`,
      'Let the text tell what its writer sees or wants, not what is the matter.',
    );
  }
  return proven('shortcut', `none of ${read.length} texts says what is wrong`);
}

const stemsOf = (text: string): Set<string> => new Set(tellingWords(text).map(stem));

function covered(words: ReadonlySet<string>, by: ReadonlySet<string>): number {
  return [...words].filter((word) => by.has(word)).length / Math.max(1, words.size);
}

/** What comes to a player by itself or lies open: page, messages, tickets, runbooks. Answers have to be asked for. */
function unaskedTexts({ page, chart, tickets, runbooks }: CompiledScenario): Told[] {
  return [
    ...textsOf({ headline: page.headline, reads: page.reads, cannot: page.cannotSay }, 'page'),
    ...chart.states.flatMap((state) =>
      [...state.entry, ...state.transitions.flatMap((t) => t.effects)].flatMap((effect) =>
        effect.do === 'message' || effect.do === 'alert'
          ? [{ at: `the ${effect.do} on entering or leaving \`${state.id}\``, text: effect.text }]
          : [],
      ),
    ),
    ...tickets.map(({ id, text }) => ({ at: `the ticket ${id}`, text })),
    ...runbooks.map(({ id, title, paragraphs }) => ({
      at: `the runbook ${id}`,
      text: [title, ...paragraphs].join(' '),
    })),
  ];
}
