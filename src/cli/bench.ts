/**
 * `bench`: speed and size of the simulation. Times are of fresh processes, because that is what a player meets; the
 * machine may be shared, so they are medians, and ratios are of processor time within one process. `--json` prints one
 * object as the last line; `--no-browser` leaves Chromium out; `--runs n` sets the number of cold runs. `bench peer`
 * runs the workload shared with another simulator instead.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MarksFigures } from './benchMarks.ts';
import { PARTS, type Cold, type Growth, type PartName } from './benchParts.ts';
import type { Ratio } from './benchRatio.ts';
import { shortfalls } from './benchLimits.ts';
import { progressTo } from './progress.ts';
import type { CommandLine } from './commandLine.ts';
import { misuse, readOptions, wholeNumber } from './options.ts';

interface Chromium {
  readonly seconds: number;
  readonly hash: string;
  readonly longestTaskMs: number;
}

interface Measured {
  readonly standard: Cold;
  readonly check: Cold;
  readonly ratio: Ratio;
  readonly growth: Growth;
  readonly memoryMb: number;
  readonly marks: MarksFigures;
  readonly chromium: Chromium | null;
}

export const bench: CommandLine = {
  name: 'bench',
  help: 'speed and size of the simulation; --json, --no-browser, --runs n',
  run,
};

/** Cold runs of which the median is taken, at most. */
const MOST_RUNS = 50;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, {
    json: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    child: { type: 'string' },
  });
  if (!read.ok) return misuse(read.message);
  const { values, positionals } = read;
  if (values.child !== undefined) return runPart(values.child);
  if (positionals.length === 1 && positionals[0] === 'peer') return peer(values.json);
  if (positionals.length > 0)
    return misuse(`There is no bench “${positionals.join(' ')}”. There is peer, or none named.`);
  const runs = wholeNumber(values.runs, 1, MOST_RUNS);
  if (runs === null) return misuse(`--runs: a whole number from 1 to ${MOST_RUNS}.`);
  const measured = measureAll(runs, !values['no-browser']);
  const { standard, check, chromium } = measured;
  const failures = [
    ...shortfalls('standard', standard.figures),
    ...shortfalls('check', check.figures),
    ...(chromium !== null && chromium.hash !== standard.figures.hash
      ? [`Chromium ends at ${chromium.hash}, Node at ${standard.figures.hash}`]
      : []),
  ];
  const table = tableOf(measured);
  for (const failure of failures) console.error(`FAIL ${failure}`);
  if (values.json) console.log(JSON.stringify({ ...table, ok: failures.length === 0 }));
  else {
    for (const [name, value] of Object.entries(table))
      console.log(`${name.padEnd(26)} ${value === null ? '–' : String(value)}`);
  }
  return failures.length === 0 ? 0 : 1;
}

/** Every part after the other: two at once would measure each other. */
function measureAll(runs: number, browser: boolean): Measured {
  const progress = progressTo(process.stderr);
  const steps = 2 * runs + 4 + (browser ? 1 : 0);
  let done = 0;
  const step = <R>(label: string, measure: () => R): R => {
    progress(done++ / steps, label);
    return measure();
  };
  const colds = (preset: 'standard' | 'check'): Cold =>
    median(
      Array.from({ length: runs }, () => step(`14 days, ${preset}, cold`, () => child(preset))),
    );
  const measured = {
    standard: colds('standard'),
    check: colds('check'),
    ratio: step('beside the kernel', () => child('ratio')),
    growth: step('growth with size', () => child('growth')),
    memoryMb: step('memory', () => child('memory')),
    marks: step('marks of a long play', () => child('marks')),
    chromium: browser ? step('Chromium', inChromium) : null,
  };
  progress.finish();
  return measured;
}

/** The workload shared with a peer, one row per size. */
function peer(json: boolean): number {
  const rows = child('peer');
  if (json) console.log(JSON.stringify(rows));
  else {
    console.log('     users      items      steps  interactions/s  × stock  × patched');
    for (const row of rows)
      console.log(
        [row.users, row.items, row.steps].map((n) => String(n).padStart(10)).join(' ') +
          String(row.interactions_per_s).padStart(16) +
          String(row.times_stock ?? '–').padStart(9) +
          String(row.times_patched ?? '–').padStart(11),
      );
  }
  return 0;
}

/** A part that `child` asked for, in this process. */
async function runPart(name: string): Promise<number> {
  const names = Object.keys(PARTS) as PartName[];
  const part = names.find((known) => known === name);
  if (part === undefined)
    return misuse(`There is no part “${name}”. There are ${names.join(', ')}.`);
  console.log(JSON.stringify(await PARTS[part]()));
  return 0;
}

/** One part in a process of its own. */
function child<P extends PartName>(part: P): Awaited<ReturnType<(typeof PARTS)[P]>> {
  const output = execFileSync(process.execPath, [process.argv[1]!, 'bench', '--child', part], {
    encoding: 'utf8',
  });
  return JSON.parse(lastLine(output)) as Awaited<ReturnType<(typeof PARTS)[P]>>;
}

/** The run of median time: one whole run, so that its figures belong together. */
function median(runs: Cold[]): Cold {
  const byTime = runs.toSorted((a, b) => a.figures.seconds - b.figures.seconds);
  return byTime[byTime.length >> 1]!;
}

/** The same world in a worker of Chromium; null where the browser tests' tools are not at hand (an installed package). */
function inChromium(): Chromium | null {
  const script = join(dirname(fileURLToPath(import.meta.url)), '../test/browser/bench/measure.mjs');
  if (!existsSync(script)) return null;
  const output = execFileSync(process.execPath, [script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(lastLine(output)) as Chromium;
}

function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1) ?? '';
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function tableOf(measured: Measured): Record<string, number | string | null> {
  const { standard, check, ratio, growth, marks, chromium } = measured;
  const { figures, extras } = standard;
  return {
    world14d_s: round(figures.seconds, 3),
    world14d_cpu_s: round(figures.cpuSeconds, 3),
    world14d_warm_s: round(standard.warmSeconds, 3),
    create_s: round(figures.createSeconds, 3),
    world14d_chromium_s: chromium === null ? null : round(chromium.seconds, 3),
    longest_task_ms: chromium === null ? null : round(chromium.longestTaskMs, 0),
    check14d_s: round(check.figures.seconds, 3),
    check14d_warm_s: round(check.warmSeconds, 3),
    impressions_per_s: round(figures.impressionsPerSecond, 0),
    kernel_s: round(ratio.kernel, 3),
    kernel_ratio: round(ratio.simulation / ratio.kernel, 2),
    kernel_ratio_ranked: round(ratio.simulation / ratio.kernelRanked, 2),
    fork24h_ms: round(extras.forkDayMs, 0),
    snapshot_ms: round(extras.snapshotMs, 1),
    snapshot_own_ms: round(extras.snapshotOwnMs, 1),
    panel_ms: round(extras.panelMs, 0),
    panel_members: extras.panelMembers,
    exponent_sessions: round(growth.sessions, 3),
    exponent_candidates: round(growth.candidates, 3),
    memory_mb: round(measured.memoryMb, 0),
    marks_ahead_s: round(marks.aheadSeconds, 1),
    marks_first_s: round(marks.firstSeconds, 2),
    marks_complete_s: round(marks.completeSeconds, 1),
    analysis_memory_mb: round(marks.memoryMb, 0),
    people: figures.people,
    ideas: figures.ideas,
    creators: figures.creators,
    impressions: figures.impressions,
    candidates_per_request: round(figures.candidates, 1),
    rows_scored: figures.rowsScored,
    pairs_ranked: figures.pairsRanked,
    hash: figures.hash,
    hash_chromium: chromium?.hash ?? null,
    check_hash: check.figures.hash,
  };
}
