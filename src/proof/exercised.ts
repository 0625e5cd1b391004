/**
 * Which of the guide's questions an incident exercises, and not only names: those of the principles that one recording of
 * it keeps and another breaks.
 */
import { PRINCIPLES } from '../scoring/principles/judge.ts';
import { QUESTIONS } from '../scoring/questionWords.ts';

/** By incident: principles its two recordings are told apart by. */
export type Exercised = Readonly<Record<string, readonly string[]>>;

/** Questions of an incident's principles, ascending. */
export function questionsOf(principles: readonly string[]): number[] {
  const asked = principles.flatMap((id) => PRINCIPLES[id]?.questions ?? []);
  return [...new Set(asked)].toSorted((a, b) => a - b);
}

/** A list in Markdown: the questions, each with the incidents that exercise it and the principles they do it by. */
export function exercisedList(exercised: Exercised): string {
  return Object.entries(QUESTIONS)
    .map(([number, about]) => {
      const by = Object.entries(exercised).flatMap(([incident, principles]) => {
        const told = principles.filter((id) => PRINCIPLES[id]!.questions.includes(Number(number)));
        return told.length === 0 ? [] : [`${incident} (${told.join(', ')})`];
      });
      return `- **${number} · ${about}**: ${by.length === 0 ? 'none yet' : by.join('; ')}`;
    })
    .join('\n');
}

const START = '<!-- generated: questions -->';
const END = '<!-- end -->';

/** The guide's page with the list in its place. Throws where the page has none. */
export function withExercised(page: string, exercised: Exercised): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error(`There is no ${START} … ${END} in the page.`);
  return `${page.slice(0, start + START.length)}\n\n${exercisedList(exercised)}\n\n${page.slice(end)}`;
}
