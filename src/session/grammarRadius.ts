/** The blast radius in text: `declare moved …; now …; later …; fine …; since …; severity …`, parts in any order. */
import type { Scope } from '../sim/segments.ts';
import type { RadiusClaim } from './commands.ts';
import { momentText, readMoment } from './grammarClock.ts';
import type { GrammarContext } from './grammarContext.ts';
import type { Reader } from './grammarReader.ts';
import { readScope, scopeText } from './grammarScope.ts';

const LAYERS = {
  moved: 'reading',
  now: 'hurtNow',
  later: 'hurtLater',
  fine: 'witness',
} as const;
type LayerWord = keyof typeof LAYERS;
const LAYER_WORDS = Object.keys(LAYERS) as readonly LayerWord[];
const SEVERITIES = ['none', 'low', 'high', 'critical'] as const;
const PARTS = [...LAYER_WORDS, 'since', 'severity'] as const;

type Draft = { -readonly [K in keyof RadiusClaim]: RadiusClaim[K] };

const UNSAID: RadiusClaim = {
  reading: null,
  hurtNow: null,
  hurtLater: null,
  witness: null,
  sinceTick: null,
  severity: null,
};

/** `declare` has been read, which says everything anew, or `redraw`, which keeps what it does not name. */
export function readRadius(reader: Reader, context: GrammarContext, redraw: boolean): RadiusClaim {
  const claim: Draft = { ...((redraw ? context.claim : undefined) ?? UNSAID) };
  if (reader.take('nothing') !== null) return claim;
  const said = new Set<string>();
  do {
    const fresh = PARTS.filter((part) => !said.has(part));
    const part = reader.oneOf('a part of the radius', fresh);
    said.add(part);
    if (part === 'since') claim.sinceTick = readMoment(reader, context);
    else if (part === 'severity') claim.severity = reader.oneOf('a severity', SEVERITIES);
    else claim[LAYERS[part]] = readLayer(reader, context, claim, part);
  } while (reader.take(';') !== null && !reader.done());
  return claim;
}

/** `same` is what was said to have moved. */
function readLayer(
  reader: Reader,
  context: GrammarContext,
  claim: RadiusClaim,
  part: LayerWord,
): Scope {
  if (part !== 'moved' && claim.reading !== null && reader.take('same') !== null)
    return claim.reading;
  return readScope(reader, context);
}

export function radiusText(claim: RadiusClaim): string {
  const parts = [
    ...LAYER_WORDS.flatMap((word) => {
      const scope = claim[LAYERS[word]];
      return scope === null ? [] : [`${word} ${scopeText(scope)}`];
    }),
    ...(claim.sinceTick === null ? [] : [`since ${momentText(claim.sinceTick)}`]),
    ...(claim.severity === null ? [] : [`severity ${claim.severity}`]),
  ];
  return `declare ${parts.length === 0 ? 'nothing' : parts.join('; ')}`;
}
