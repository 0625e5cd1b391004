/** The small values a scenario is made of: texts, names, clocks, durations, shares. Each says its own diagnostic. */
import { z } from 'zod';
import { parseClock, parseDuration, parsePercent, parseTime, parseWeekTime } from './clock.ts';
import type { DiagnosticCode } from './codes.ts';

/** What a failed leaf tells the diagnostics: code, what stands there, what was expected. */
export interface LeafFault {
  readonly scn: DiagnosticCode;
  readonly found: string;
  readonly expected: string;
}

/** A string that must pass a test, with the form it should have for the editor's hover help. */
export function leaf(
  test: (text: string) => boolean,
  fault: LeafFault,
  hints: { readonly description: string; readonly examples: readonly string[] },
): z.ZodString {
  return z
    .string()
    .refine(test, { params: { ...fault } })
    .meta({ description: hints.description, examples: [...hints.examples] });
}

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Prose for people: no control characters, no text-direction overrides, not blank. */
export const prose = (longest: number, description: string): z.ZodString =>
  z
    .string()
    .max(longest)
    .refine((text) => text.trim() !== '' && !CONTROL.test(text), {
      params: {
        scn: 'SCN019',
        found: 'blank, or with control characters',
        expected: 'plain text',
      } satisfies LeafFault,
    })
    .meta({ description });

/** The form of every id, that of a scenario and so its folder's name too. */
export const isId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,47}$/.test(text);

export const idText = (description: string): z.ZodString =>
  leaf(
    isId,
    { scn: 'SCN019', found: 'not an id', expected: 'small letters, digits and hyphens' },
    { description, examples: ['ranker-v42'] },
  );

/** A build, model version or other name that people read: `android 9.10`, `v42`. */
export const nameText = (description: string): z.ZodString =>
  leaf(
    (text) => /^[A-Za-z0-9][A-Za-z0-9 .-]{0,23}$/.test(text),
    { scn: 'SCN019', found: 'not a name', expected: 'letters, digits, dots, hyphens and spaces' },
    { description, examples: ['android 9.10', 'v42'] },
  );

export const clock = (description: string): z.ZodString =>
  leaf(
    (text) => parseClock(text, 0) !== null,
    {
      scn: 'SCN016',
      found: 'not a moment',
      expected: 'a moment such as `page - 5h`, `today 05:00` or `Mon 09:00`',
    },
    { description, examples: ['page - 5h', 'today 05:00', 'Mon 09:00', 'page - 9d at 14:00'] },
  );

export const weekTime = (description: string): z.ZodString =>
  leaf(
    (text) => parseWeekTime(text) !== null,
    { scn: 'SCN016', found: 'not a day and time', expected: 'a day and time such as `Tue 14:05`' },
    { description, examples: ['Tue 14:05'] },
  );

export const timeOfDay = (description: string): z.ZodString =>
  leaf(
    (text) => parseTime(text) !== null,
    { scn: 'SCN016', found: 'not a time of day', expected: 'a time of day such as `02:00`' },
    { description, examples: ['02:00'] },
  );

export const duration = (description: string): z.ZodString =>
  leaf(
    (text) => parseDuration(text) !== null,
    {
      scn: 'SCN017',
      found: 'not a length of time',
      expected: 'a length of time such as `90m`, `5h` or `1d 12h`',
    },
    { description, examples: ['90m', '5h', '1d 12h'] },
  );

/** A length of time between two others. */
export const lasting = (least: string, most: string, description: string): z.ZodString => {
  const shortest = parseDuration(least) ?? 0;
  const longest = parseDuration(most) ?? 0;
  return duration(description).refine(
    (text) => {
      const minutes = parseDuration(text);
      // What is no length of time has been complained about already.
      return minutes === null || (minutes >= shortest && minutes <= longest);
    },
    {
      params: {
        scn: 'SCN015',
        found: 'too short or too long',
        expected: `${least} to ${most}`,
      } satisfies LeafFault,
    },
  );
};

/** A share between two others, in per cent. */
export const shareBetween = (least: number, most: number, description: string): z.ZodString =>
  leaf(
    (text) => {
      const percent = parsePercent(text);
      return percent !== null && percent >= least && percent <= most;
    },
    {
      scn: 'SCN018',
      found: 'not a share',
      expected: `a share from ${least} % to ${most} %, such as \`25 %\``,
    },
    { description, examples: ['25 %'] },
  );

/** 0 % to 100 %. */
export const share = (description: string): z.ZodString => shareBetween(0, 100, description);

/** Any percentage of a size that means something, also a negative one. */
export const percent = (description: string): z.ZodString =>
  leaf(
    (text) => Math.abs(parsePercent(text) ?? Infinity) <= MOST_PERCENT,
    { scn: 'SCN018', found: 'not a percentage', expected: 'a percentage such as `-6.5 %`' },
    { description, examples: ['-6.5 %', '20 %'] },
  );

/** Beyond a thousandfold a deviation is a slip of the keyboard. */
const MOST_PERCENT = 100_000;

/** A word of a list the reference pass compares with; editors are told the list. */
export const wordOf = (list: readonly string[], description: string): z.ZodString =>
  z.string().meta({ description, enum: [...list] });
