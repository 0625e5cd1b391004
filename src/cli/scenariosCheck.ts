/**
 * `scenarios:check [ids or files]`: the proofs that incidents are fair. Quick as it stands: what can be seen without a world of
 * all of them, and worlds of those that are named or changed and of a tenth that goes round. `--full` runs all (`--seeds n`),
 * `--shard i/n --out FILE` a part, `merge FILES` joins parts, `--write` keeps the report, `--learn` proposes expectations,
 * `--still` lives through nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { allScenarios, checkFiles } from './check.ts';
import type { CommandLine } from './commandLine.ts';
import { fileTrouble } from './gameFiles.ts';
import { misuse } from './options.ts';
import { inRotation } from './proofs/choose.ts';
import {
  jobsOf,
  measureJobs,
  measureOne,
  provenOf,
  type Effort,
  type Kept,
  type Loaded,
  type ProofJob,
} from './proofs/jobs.ts';
import { findingsIn, judge } from './proofs/judge.ts';
import { learn } from './proofs/learn.ts';
import { askedOf, type Asked } from './proofs/options.ts';
import {
  committedOf,
  committedReport,
  jsonOf,
  proofText,
  REPORT_FILE,
  reportText,
  type FullReport,
} from './proofs/report.ts';

export const scenariosCheck: CommandLine = {
  name: 'scenarios:check',
  help: 'are incidents fair? --full, --seeds n, --ways n, --shard i/n, merge, --learn, --write, --new, --still, --json',
  run,
};

/** Seconds a quick run may take for each incident it lives through, and in all. */
const SECONDS_EACH = 26;
const SECONDS_ALL = 220;
const NEVER = new AbortController().signal;

async function run(argv: readonly string[]): Promise<number> {
  const asked = askedOf(argv);
  if (asked === null) return 2;
  const merging = asked.names[0] === 'merge';
  const names = merging ? [] : asked.names;
  const files = names.length > 0 ? names.map(fileOf) : allScenarios();
  const { playable, unread } = checkFiles(files);
  if (unread > 0) return 2;
  if (files.length === 0) return misuse('There are no scenarios here.');
  if (asked.child !== null) {
    console.log(JSON.stringify(measureOne(playable[0]!.scenario, asked.child)));
    return 0;
  }
  const say = (text: string): void => console.error(text);
  if (asked.learn) return learn(playable, asked.effort.belief, say);
  const proven = provenOf(playable);
  const kept = merging ? joined(asked.names.slice(1)) : await measured(asked, proven, say);
  if (kept === null) return 2;
  if (asked.shard !== null) {
    writeFileSync(asked.out!, `${JSON.stringify(kept)}\n`);
    console.log(`${kept.length} measurements in ${asked.out}`);
    return 0;
  }
  const code = tell(asked, proven, kept);
  return playable.length < files.length ? 1 : code;
}

const fileOf = (name: string): string =>
  /\.ya?ml$/.test(name) ? name : `scenarios/${name}/scenario.yaml`;

function measured(
  asked: Asked,
  playable: readonly Loaded[],
  say: (text: string) => void,
): Promise<Kept[]> {
  if (asked.still) return Promise.resolve([]);
  const report = committedReport();
  const chosen = asked.full || asked.names.length > 0 ? playable : quickChoice(playable, report);
  const jobs = asked.full ? jobsOf(chosen, asked.effort) : quickJobs(chosen, asked.effort, report);
  const { shard } = asked;
  if (shard !== null)
    return measureJobs(
      jobs.filter((_, i) => i % shard.of === shard.index),
      NEVER,
      say,
    );
  if (asked.full) return measureJobs(jobs, NEVER, say);
  const seconds = Math.min(SECONDS_ALL, SECONDS_EACH * chosen.length);
  return measureJobs(jobs, AbortSignal.timeout(1000 * seconds), say);
}

/** What the committed report does not know as it is now, and whoever's turn it is today. */
function quickChoice(playable: readonly Loaded[], report: FullReport | null): Loaded[] {
  const today = Math.floor(Date.now() / (60_000 * MINUTES_PER_DAY));
  const turn = inRotation(
    playable.map(({ scenario }) => scenario),
    today,
  );
  return playable.filter(
    ({ scenario }) => turn.includes(scenario) || committedOf(report, scenario).stale,
  );
}

/** Where the report is not stale it knows more of belief than a few worlds could say, so only lines are lived through. */
function quickJobs(
  chosen: readonly Loaded[],
  effort: Effort,
  report: FullReport | null,
): ProofJob[] {
  const isStale = ({ scenario }: Loaded): boolean => committedOf(report, scenario).stale;
  return [
    ...jobsOf(chosen.filter(isStale), effort),
    ...jobsOf(
      chosen.filter((one) => !isStale(one)),
      { ...effort, belief: 0 },
    ),
  ];
}

/** What shards measured; null where a file cannot be read, which has been said. */
function joined(files: readonly string[]): Kept[] | null {
  const all: Kept[] = [];
  for (const file of files) {
    try {
      all.push(...(JSON.parse(readFileSync(file, 'utf8')) as Kept[]));
    } catch (error) {
      misuse(
        error instanceof SyntaxError
          ? `${file} is not what --out wrote.`
          : fileTrouble(file, error),
      );
      return null;
    }
  }
  return all;
}

/** Prints the verdicts; gives the exit code. */
function tell(asked: Asked, playable: readonly Loaded[], kept: readonly Kept[]): number {
  const committed = committedReport();
  const { report, stale } = judge(playable, kept, committed, asked.full);
  const reports = report.scenarios.map((own) => ({ ...own, stale: stale.has(own.id) }));
  for (const own of reports) console.log(`${reportText(own)}\n`);
  // A few incidents that were named say nothing of the library.
  const library = isWhole(asked) ? report.library : null;
  if (library !== null) console.log(`the library\n${proofText(library)}\n`);
  if (asked.write) writeFileSync(REPORT_FILE, `${JSON.stringify(report, null, 2)}\n`);
  const found = findingsIn(report, asked.onlyNew ? committed : null).filter(
    ({ proof }) => library !== null || proof !== 'balance',
  ).length;
  console.log(`${found} ${asked.onlyNew ? 'new ' : ''}findings in ${reports.length} incidents`);
  if (asked.json) console.log(JSON.stringify(jsonOf(reports, library)));
  return found > 0 ? 1 : 0;
}

const isWhole = ({ names }: Asked): boolean => names.length === 0 || names[0] === 'merge';
