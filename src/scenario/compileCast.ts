/** Somebody of the cast, with the minutes until they answer. */
import { minutesOf } from './compileClocks.ts';
import type { CastSpec } from './compiled.ts';
import type { ScenarioDocument } from './schema.ts';

export function compileCast({ answers, ...person }: ScenarioDocument['cast'][number]): CastSpec {
  return { ...person, answersIn: answers === undefined ? null : minutesOf(answers) };
}
