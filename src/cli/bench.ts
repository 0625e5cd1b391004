/**
 * `bench`: speed and size of the simulation. Times are of fresh processes, because that is what a player meets; the
 * machine may be shared, so they are medians. `--json` prints one object as the last line; `--no-browser` leaves
 * Chromium out; `--runs n` sets the number of cold runs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { shortfalls } from './benchLimits.ts';
import { measureExtras, measureWorld, type ExtraFigures, type WorldFigures } from './benchWorld.ts';
import type { CommandLine } from './commandLine.ts';

type Preset = 'standard' | 'check';

interface Cold {
  readonly figures: WorldFigures;
  readonly extras: ExtraFigures;
  /** A second run in the same process, seconds. */
  readonly warmSeconds: number;
  readonly memoryMb: number;
}

interface Chromium {
  readonly seconds: number;
  readonly hash: string;
  readonly longestTaskMs: number;
}

export const bench: CommandLine = {
  name: 'bench',
  help: 'speed and size of the simulation; --json, --no-browser, --runs n',
  run,
};

// oxlint-disable-next-line typescript/require-await -- a command is asynchronous whether it needs to wait or not
async function run(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      json: { type: 'boolean', default: false },
      'no-browser': { type: 'boolean', default: false },
      runs: { type: 'string', default: '3' },
      child: { type: 'string' },
    },
  });
  if (values.child !== undefined) {
    console.log(JSON.stringify(cold(values.child === 'check' ? 'check' : 'standard')));
    return 0;
  }
  const runs = Math.max(1, Math.floor(Number(values.runs)) || 1);
  const standard = median(Array.from({ length: runs }, () => child('standard')));
  const check = median(Array.from({ length: runs }, () => child('check')));
  const chromium = values['no-browser'] ? null : inChromium();
  const failures = [
    ...shortfalls('standard', standard.figures),
    ...shortfalls('check', check.figures),
    ...(chromium !== null && chromium.hash !== standard.figures.hash
      ? [`Chromium ends at ${chromium.hash}, Node at ${standard.figures.hash}`]
      : []),
  ];
  const table = tableOf(standard, check, chromium);
  for (const failure of failures) console.error(`FAIL ${failure}`);
  if (values.json) console.log(JSON.stringify({ ...table, ok: failures.length === 0 }));
  else {
    for (const [name, value] of Object.entries(table))
      console.log(`${name.padEnd(26)} ${value === null ? '–' : String(value)}`);
  }
  return failures.length === 0 ? 0 : 1;
}

/** Measures in this process, which must be fresh. */
function cold(preset: Preset): Cold {
  const { world, figures } = measureWorld(preset);
  // Peak of the run itself, before anything else allocates.
  const memoryMb = process.resourceUsage().maxRSS / 1024;
  const extras = measureExtras(world, figures);
  const warmSeconds = measureWorld(preset).figures.seconds;
  return { figures, extras, warmSeconds, memoryMb };
}

function child(preset: Preset): Cold {
  const output = execFileSync(process.execPath, [process.argv[1]!, 'bench', '--child', preset], {
    encoding: 'utf8',
  });
  return JSON.parse(lastLine(output)) as Cold;
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

function tableOf(
  standard: Cold,
  check: Cold,
  chromium: Chromium | null,
): Record<string, number | string | null> {
  const { figures, extras } = standard;
  return {
    world14d_s: round(figures.seconds, 3),
    world14d_warm_s: round(standard.warmSeconds, 3),
    create_s: round(figures.createSeconds, 3),
    world14d_chromium_s: chromium === null ? null : round(chromium.seconds, 3),
    longest_task_ms: chromium === null ? null : round(chromium.longestTaskMs, 0),
    impressions_per_s: round(figures.impressionsPerSecond, 0),
    kernel_s: round(extras.kernelSeconds, 3),
    kernel_ratio: round(figures.seconds / extras.kernelSeconds, 2),
    memory_mb: round(standard.memoryMb, 0),
    check14d_s: round(check.figures.seconds, 3),
    check14d_warm_s: round(check.warmSeconds, 3),
    fork_ms: round(extras.forkMs, 1),
    fork_day_ms: round(extras.forkDayMs, 0),
    panel_ms: round(extras.panelMs, 0),
    panel_members: extras.panelMembers,
    people: figures.people,
    ideas: figures.ideas,
    creators: figures.creators,
    impressions: figures.impressions,
    candidates_per_request: round(figures.candidates, 1),
    candidates_least: figures.candidatesLeast,
    hash: figures.hash,
    hash_chromium: chromium?.hash ?? null,
    check_hash: check.figures.hash,
  };
}
