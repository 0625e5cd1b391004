/**
 * `agreement`: does the small world, in which incidents are proved, say what the world says that is played? `--seeds n`
 * small worlds and `--standard n` full-size ones, `--json`. `--write` keeps the measurements in the repository and the
 * table in VALIDATION.md; worlds that are kept already are not measured again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { measureAgreement, type AgreementFigures } from '../analysis/agreement/measure.ts';
import {
  AGREEMENT_FILE,
  agreementMarkdown,
  agreementStamp,
  rowsOf,
  type AgreementTable,
} from './agreementTable.ts';
import type { CommandLine } from './commandLine.ts';
import { misuse, readOptions, wholeNumber } from './options.ts';
import { GOLDEN_FILE, seedNames, simulatorStamp } from './measuredTable.ts';
import { runJobs } from './shards.ts';

export const agreement: CommandLine = {
  name: 'agreement',
  help: 'levels and effects in the small world beside the standard one; --seeds n, --standard n, --write, --json',
  run,
};

const OPTIONS = {
  seeds: { type: 'string', default: '8' },
  standard: { type: 'string', default: '4' },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  /** One world in this process, as JSON: `preset/seed`. */
  child: { type: 'string' },
} as const;

const LEAST_SEEDS = 2;
const MOST_SEEDS = 50;
const DOCUMENT = 'src/sim/VALIDATION.md';
const BEGIN = '<!-- agreement -->';
const END = '<!-- /agreement -->';
const WORLDS = ['standard', 'check'] as const;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) return misuse(read.message);
  const { values } = read;
  if (values.child !== undefined) {
    const [preset, seed] = values.child.split('/');
    if ((preset !== 'standard' && preset !== 'check') || seed === undefined)
      return misuse('--child is a world and a seed: check/seed-1');
    console.log(JSON.stringify(measureAgreement(preset, seed)));
    return 0;
  }
  const check = wholeNumber(values.seeds, LEAST_SEEDS, MOST_SEEDS);
  const standard = wholeNumber(values.standard, LEAST_SEEDS, MOST_SEEDS);
  if (check === null || standard === null)
    return misuse(
      `--seeds and --standard are whole numbers from ${LEAST_SEEDS} to ${MOST_SEEDS}: an interval needs two.`,
    );
  const table = await measure({ standard, check });
  const markdown = agreementMarkdown(table);
  if (values.write) write(table, markdown);
  console.log(markdown);
  if (values.json) console.log(JSON.stringify({ rows: rowsOf(table) }));
  return 0;
}

async function measure(seeds: Record<(typeof WORLDS)[number], number>): Promise<AgreementTable> {
  const stamp = agreementStamp(simulatorStamp(readFileSync(GOLDEN_FILE, 'utf8')));
  const kept = existsSync(AGREEMENT_FILE)
    ? (JSON.parse(readFileSync(AGREEMENT_FILE, 'utf8')) as AgreementTable)
    : null;
  const valid = kept?.stamp === stamp ? kept : null;
  const jobs = WORLDS.flatMap((world) => seedNames(seeds[world]).map((seed) => ({ world, seed })));
  const missing = jobs.filter(({ world, seed }) => valid?.[world][seed] === undefined);
  const results = (await runJobs(
    missing.map(({ world, seed }) => ({
      label: `${world}, ${seed}`,
      argv: ['agreement', '--child', `${world}/${seed}`],
    })),
    (label, done, of) => console.error(`${done} of ${of}: ${label}`),
  )) as AgreementFigures[];
  const figures = (world: (typeof WORLDS)[number]): Record<string, AgreementFigures> =>
    Object.fromEntries(
      jobs
        .filter((job) => job.world === world)
        .map((job) => [job.seed, valid?.[world][job.seed] ?? results[missing.indexOf(job)]!]),
    );
  return { stamp, standard: figures('standard'), check: figures('check') };
}

function write(table: AgreementTable, markdown: string): void {
  writeFileSync(AGREEMENT_FILE, `${JSON.stringify(table, null, 2)}\n`);
  const text = readFileSync(DOCUMENT, 'utf8');
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${DOCUMENT} has no ${BEGIN} … ${END}`);
  writeFileSync(
    DOCUMENT,
    `${text.slice(0, from + BEGIN.length)}\n\n${markdown}\n\n${text.slice(to)}`,
  );
}
