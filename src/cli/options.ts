/** Options of a command line, read strictly: what is not known is said, never ignored. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from '../scenario/suggest.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>;

export type ReadOptions<O extends Options> =
  | ({ readonly ok: true } & Pick<Values<O>, 'values' | 'positionals'>)
  | { readonly ok: false; readonly message: string };

export function readOptions<O extends Options>(
  argv: readonly string[],
  options: O,
): ReadOptions<O> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
    });
    return { ok: true, values, positionals };
  } catch (error) {
    return { ok: false, message: complaint(error, Object.keys(options)) };
  }
}

function complaint(error: unknown, known: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error);
  const name = /option '-{1,2}([\w-]+)/i.exec(text)?.[1];
  if (name === undefined) return text;
  if (known.includes(name)) return `--${name}: ${text.split('. ')[0]}.`;
  // What a command says to its own children is nothing to be asked for.
  const offered = known.filter((option) => option !== 'child');
  const meant = didYouMean(name, offered);
  if (offered.length === 0) return `There is no option --${name}; there is none here.`;
  const listed = offered.map((option) => `--${option}`).join(', ');
  return `There is no option --${name}.${meant === null ? '' : ` Did you mean --${meant}?`} There are ${listed}.`;
}

/** A whole number between two bounds, or null. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** Says what was asked wrongly; gives the exit code of it. */
export function misuse(message: string): number {
  console.error(message);
  return 2;
}
