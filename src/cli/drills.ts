/**
 * `drills`: what is in the shipped pool, and whether it is stale. `drills NAMES`: lives through those that are named and says
 * what speaks against them. `--fill n`: draws and proves until there are so many; what was proven is kept, so a run that
 * was stopped goes on. `--shard i/n`: only every n-th; `--kept FOLDER`: kept there, so that parts can be put together.
 * `--minutes m`: begins no more after so long, 0: what is kept is all. `--write` renews the pool. `--play n`: scripted players play so many of it. `--json`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { drillNamed, type DrillName } from '../drills/nameFormat.ts';
import { mixOf, poolOf, type Pool } from '../drills/pool.ts';
import { proveDrill, type DrillProof } from '../drills/prove.ts';
import type { CommandLine } from './commandLine.ts';
import { DEFAULT_FOLDER, fill, keptProofs } from './drillsFill.ts';
import { playDrills } from './drillsPlay.ts';
import { GOLDEN_FILE, simulatorStamp } from './measuredTable.ts';
import { misuse, readOptions, wholeNumber } from './options.ts';

export const POOL_FILE = 'scenarios/drills.json';

export const drills: CommandLine = {
  name: 'drills',
  help: 'generated incidents: the pool; names to prove; --fill n, --minutes m, --shard i/n, --kept folder, --write, --play n, --json',
  run,
};

const OPTIONS = {
  fill: { type: 'string' },
  minutes: { type: 'string', default: '600' },
  shard: { type: 'string', default: '1/1' },
  kept: { type: 'string', default: DEFAULT_FOLDER },
  write: { type: 'boolean', default: false },
  play: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const MOST = 5000;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) return misuse(read.message);
  const { values, positionals } = read;
  if (positionals.length > 0) return proveNamed(positionals, values.json);
  const minutes = wholeNumber(values.minutes, 0, MOST);
  if (minutes === null) return misuse(`--minutes is a whole number from 0 to ${MOST}.`);
  if (values.play !== undefined) {
    const count = wholeNumber(values.play, 1, MOST);
    if (count === null) return misuse(`--play is a whole number from 1 to ${MOST}.`);
    return playDrills(committedPool(), count, minutes, values.kept, values.json);
  }
  if (values.write && values.fill === undefined) return misuse('--write wants --fill n.');
  if (values.fill === undefined) return tell(committedPool(), values.json);
  const size = wholeNumber(values.fill, 1, MOST);
  if (size === null) return misuse(`--fill is a whole number from 1 to ${MOST}.`);
  const [, part, parts] = /^(\d+)\/(\d+)$/.exec(values.shard) ?? [];
  const of = Number(parts);
  const index = Number(part) - 1;
  if (!(of >= 1 && index >= 0 && index < of)) return misuse('--shard is i/n, with i from 1 to n.');
  const simulator = simulatorStamp(readFileSync(GOLDEN_FILE, 'utf8'));
  fill({ size, minutes, shard: { index, of }, folder: values.kept, simulator });
  const pool = poolOf(keptProofs(values.kept, simulator), size, simulator);
  if (values.write) writeFileSync(POOL_FILE, poolText(pool));
  return tell(pool, values.json);
}

/** One drill a line, so that a difference can be read. */
function poolText({ drills: list, ...rest }: Pool): string {
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"drills":[\n${list.map((drill) => JSON.stringify(drill)).join(',\n')}\n]}\n`;
}

/** The pool in the repository; an empty one where there is none. */
export function committedPool(): Pool {
  if (!existsSync(POOL_FILE)) return { simulator: '', generated: 0, survived: 0, drills: [] };
  return JSON.parse(readFileSync(POOL_FILE, 'utf8')) as Pool;
}

function tell(pool: Pool, json: boolean): number {
  const mix = mixOf(pool);
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  console.log(
    `${mix.drills} drills; newest change guilty in ${percent(mix.newest.guilty)}, innocent in ${percent(mix.newest.innocent)}, absent in ${percent(mix.newest.absent)}; reversing it best in ${percent(mix.reversalBest)}`,
  );
  console.log(`${pool.survived} of ${pool.generated} generated drills survived the proofs`);
  const isStale =
    existsSync(GOLDEN_FILE) && pool.simulator !== simulatorStamp(readFileSync(GOLDEN_FILE, 'utf8'));
  if (isStale) console.log('The pool is stale: it was proven on another simulator.');
  if (json)
    console.log(
      JSON.stringify({
        drills: { generated: pool.generated, survived: pool.survived },
        pool: mix,
        stale: isStale,
      }),
    );
  return isStale ? 1 : 0;
}

function proveNamed(texts: readonly string[], json: boolean): number {
  const names: DrillName[] = [];
  for (const text of texts) {
    const name = drillNamed(text);
    if (name === null) return misuse(`“${text}” names no drill; drill:3-17 does.`);
    names.push(name);
  }
  const proofs = names.map((name) => {
    const proof = proveDrill(name);
    console.log(proofText(proof));
    return proof;
  });
  const survived = proofs.filter((p) => p.refuted.length === 0).length;
  if (json) console.log(JSON.stringify({ drills: { generated: proofs.length, survived }, proofs }));
  return survived === proofs.length ? 0 : 1;
}

export function proofText({ id, callSign, refuted, harms }: DrillProof): string {
  const lost =
    harms === null
      ? ''
      : `; lost, millions of saves: nothing done ${harms.nothing.toFixed(2)}, rollback ${harms.rollback.toFixed(2)}, everything ${harms.everything.toFixed(2)}, reference ${harms.reference.toFixed(2)}`;
  return refuted.length === 0
    ? `${id} (${callSign}) is proven${lost}`
    : `${id} is refuted: ${refuted.join(' | ')}${lost}`;
}
