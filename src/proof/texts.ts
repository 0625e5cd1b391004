/** Texts: all can be read, none links to where nothing is, none names a real company, nobody asked about is missing. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { realNameIn } from '../scenario/lintSecrets.ts';
import { COMPONENT_WORDS, LOOK_VIEWS, MECHANISM_WORDS } from '../scenario/words.ts';
import { METRICS } from '../sim/metrics.ts';
import { proven, refuted, type Proof } from './verdict.ts';

export interface Told {
  /** Where it stands, as in `runbooks[1].paragraphs[0]`. */
  readonly at: string;
  readonly text: string;
}

/** Every text of an incident, in its order. */
export function textsOf(value: unknown, at = ''): Told[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`),
  );
}

const LINK = /\b(?:https?:\/\/|www\.)\S+|\]\(([^)]*)\)/i;

export function readable(scenario: CompiledScenario): Proof {
  const texts = textsOf(scenario);
  for (const { at, text } of texts) {
    const name = realNameIn(text);
    if (name !== null)
      return refuted(
        'texts',
        `${at} names “${name}”.`,
        'Corkboard and its partners are invented: write of a service, a cloud, a shop.',
      );
    const link = LINK.exec(text)?.[0];
    if (link !== undefined)
      return refuted(
        'texts',
        `${at} links to ${link}, and a game that plays without a network has nothing there.`,
        'Say in the text what stands behind the link.',
      );
  }
  const wordless = clues(scenario).find(({ words }) => words === undefined || words.trim() === '');
  if (wordless !== undefined)
    return refuted(
      'texts',
      `${wordless.at} has no words, so nobody who listens to the page could follow it.`,
      'Choose a view, metric or word that the tables of the guide list.',
    );
  return proven('texts', `${texts.length} texts, ${clues(scenario).length} clues with words`);
}

/** What leads a player on, and its form in words. */
function clues({ page, offers, hypotheses, expectations, recovery }: CompiledScenario): {
  readonly at: string;
  readonly words: string | undefined;
}[] {
  const views = offers.flatMap((o) =>
    o.registers.flatMap((r) => r.needs.flatMap((n) => (n.need === 'looked' ? [n.view] : []))),
  );
  const metrics = [page.rule, ...expectations, ...recovery.conditions].map((b) => b.metric);
  return [
    ...views.map((view) => ({
      at: `the view ${view}`,
      words: (LOOK_VIEWS as Readonly<Record<string, string>>)[view],
    })),
    ...metrics.map((metric) => ({ at: `the metric ${metric}`, words: METRICS[metric]?.label })),
    ...hypotheses.flatMap((h) => [
      { at: `the tell of ${h.id}`, words: h.tell },
      ...h.mechanisms.map((word) => ({
        at: `the mechanism ${word}`,
        words: (MECHANISM_WORDS as Readonly<Record<string, string>>)[word],
      })),
      ...h.components.map((word) => ({
        at: `the component ${word}`,
        words: (COMPONENT_WORDS as Readonly<Record<string, string>>)[word],
      })),
    ]),
  ];
}
