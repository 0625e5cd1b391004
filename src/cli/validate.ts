/**
 * `validate`: do shapes published about recommenders come out of the simulator, without having been put in? `--seeds n`
 * worlds a shape, `--json`; names of shapes narrow it. `--calibration n` adds so many fault-free worlds held against the baselines; `--kept folder` keeps what each
 * measurement gave, so that a longer run takes up where a shorter one stopped.
 */
import { calibrate, type CalibrationFigures } from '../analysis/calibration/calibrate.ts';
import { reportOf, type CalibrationReport } from '../analysis/calibration/report.ts';
import { SHAPES } from '../analysis/validation/shapes.ts';
import type { Figures, Shape } from '../analysis/validation/shape.ts';
import { summarise, type ShapeResult } from '../analysis/validation/summary.ts';
import { calibrationText } from './calibrationText.ts';
import type { CommandLine } from './commandLine.ts';
import { misuse, readOptions, wholeNumber } from './options.ts';
import { everyScenario } from './library.ts';
import { runKept } from './keptJobs.ts';
import { signed, tableText } from './table.ts';

export const validate: CommandLine = {
  name: 'validate',
  help: 'published shapes in the small world: claim, source, what was seen; --seeds n, --calibration n, --json',
  run,
};

const OPTIONS = {
  seeds: { type: 'string', default: '10' },
  calibration: { type: 'string', default: '0' },
  kept: { type: 'string' },
  json: { type: 'boolean', default: false },
  /** One measurement in this process, as JSON: how the parent's children are asked. */
  child: { type: 'string' },
} as const;

const MOST_SEEDS = 200;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) return misuse(read.message);
  const { values, positionals } = read;
  const seeds = wholeNumber(values.seeds, 0, MOST_SEEDS);
  if (seeds === null || seeds === 1)
    return misuse(`--seeds is 0 (no shapes) or a whole number from 2 to ${MOST_SEEDS}.`);
  const worlds = wholeNumber(values.calibration, 0, MOST_SEEDS);
  if (worlds === null) return misuse(`--calibration is a whole number from 0 to ${MOST_SEEDS}.`);
  const unknown = positionals.find((id) => !SHAPES.some((shape) => shape.id === id));
  if (unknown !== undefined)
    return misuse(`There is no shape ${unknown}. There are ${SHAPES.map((s) => s.id).join(', ')}.`);
  const chosen = SHAPES.filter((s) => positionals.length === 0 || positionals.includes(s.id));
  if (values.child !== undefined) {
    const figures =
      worlds > 0
        ? calibrate(values.child, await everyScenario())
        : chosen[0]!.measure(values.child);
    console.log(JSON.stringify(figures));
    return 0;
  }
  const results = seeds === 0 ? [] : await measureAll(chosen, seeds, values.kept);
  for (const result of results) console.log(`${textOf(result)}\n`);
  const calibration = worlds === 0 ? null : await calibrateAll(worlds, values.kept);
  if (calibration !== null) console.log(`${calibrationText(calibration)}\n`);
  if (values.json) console.log(JSON.stringify({ seeds, shapes: results, calibration }));
  return results.every((r) => r.reproduced) ? 0 : 1;
}

const onDone = (label: string, done: number, of: number): void =>
  console.error(`${done} of ${of}: ${label}`);

async function calibrateAll(worlds: number, kept: string | undefined): Promise<CalibrationReport> {
  const jobs = Array.from({ length: worlds }, (_, i) => ({
    label: `calibration, seed ${i + 1}`,
    argv: ['validate', '--calibration', '1', '--child', `seed-${i + 1}`],
  }));
  return reportOf((await runKept(jobs, kept, onDone)) as CalibrationFigures[]);
}

async function measureAll(
  shapes: readonly Shape[],
  seeds: number,
  kept: string | undefined,
): Promise<ShapeResult[]> {
  const jobs = shapes.flatMap((shape) =>
    Array.from({ length: seeds }, (_, i) => ({
      label: `${shape.id}, seed ${i + 1}`,
      argv: ['validate', shape.id, '--child', `seed-${i + 1}`],
    })),
  );
  const figures = (await runKept(jobs, kept, onDone)) as Figures[];
  return shapes.map((shape, k) => summarise(shape, figures.slice(k * seeds, (k + 1) * seeds)));
}

const MUST = { up: '> 0', down: '< 0', none: 'not > 0' } as const;

function textOf(result: ShapeResult): string {
  // What is small is said to a hundredth, so that its interval does not seem to touch nothing.
  const digits = ({ unit, seen }: { unit: string; seen: number }): number =>
    unit === 'correlation' ? 3 : Math.abs(seen) < 1 ? 2 : 1;
  return [
    `${result.id}: ${result.reproduced ? 'reproduced' : 'NOT reproduced'}`,
    result.claim,
    result.source,
    tableText(
      ['seen', 'mean', '95 % from', 'to', 'must be', 'holds'],
      result.parts.map((part) => [
        `${part.what}, ${part.unit}`,
        signed(part.seen, digits(part)),
        signed(part.interval[0], digits(part)),
        signed(part.interval[1], digits(part)),
        MUST[part.expect],
        part.holds ? 'yes' : 'no',
      ]),
    ),
  ].join('\n');
}
