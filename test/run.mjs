/**
 * The whole check in one command: types, lint, format, builds, scenario check, unit tests, browser tests. Two steps run
 * at a time, in the order they are listed; what a step says is printed whole when it ends. A failed step does not stop
 * the others, unless they need what it makes. The last line is `N passed, N failed`; the exit code is 1 if anything
 * failed. A test counts as one, a step without tests of its own counts as one.
 *
 * `node test/run.mjs types lint` runs only the named steps. `--thorough` runs all of the tests that otherwise take turns
 * by the day, as the build server does.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf, leftForAnotherDay, turnOf, TURNS } from './turns.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

// Colours are for people at a terminal, and a step writes to a pipe whoever reads it in the end.
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: '0' };
const thorough = process.argv.includes('--thorough');
const leftOut = thorough ? [] : leftForAnotherDay();
const gone = leftForAnotherDay().filter((file) => !existsSync(file));
if (gone.length > 0) throw new Error(`test/turns.mjs names what is not there: ${gone.join(', ')}`);
const env = {
  ...process.env,
  ...colours,
  BLAST_RADIUS_LEFT_OUT: leftOut.join(','),
  BLAST_RADIUS_TURN: thorough ? '' : `${dayOf()}/${TURNS}`,
};

const bin = (name) => join('node_modules', '.bin', name);
const exists = (...paths) => paths.some((path) => existsSync(path));

/** Two cores are what one may count on; more steps at once would only share them. */
const AT_ONCE = 2;

/**
 * `needs` names a step whose product this one uses; `when` leaves it out while there is nothing to do. The builds come
 * first and the two long ones last, side by side: the browser waits for pages often enough to leave the units room.
 */
const STEPS = [
  {
    name: 'page-build',
    title: 'page build',
    command: [bin('vite'), 'build', '--logLevel', 'warn'],
  },
  {
    name: 'node-build',
    title: 'node build',
    command: [bin('vite'), 'build', '--ssr', '--mode', 'node', '--logLevel', 'warn'],
    when: () => exists('src/cli/main.ts', 'src/worker/nodeEntry.ts'),
  },
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', command: [bin('oxfmt'), '--check'] },
  {
    name: 'scenarios',
    // All proofs that need no world, and worlds of a tenth that goes round and of what changed, within a minute or two. What
    // the committed report refutes already is known; anything else is a finding.
    command: [process.execPath, 'dist-node/cli.js', 'scenarios:check', '--new'],
    needs: 'node-build',
    when: () => exists('src/cli/main.ts'),
  },
  { name: 'browser', title: 'browser tests', project: 'browser', needs: 'page-build' },
  { name: 'unit', title: 'unit, properties, goldens', project: 'unit' },
];

const wanted = process.argv.slice(2).filter((word) => word !== '--thorough');
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(', ')}; there are ${STEPS.map((s) => s.name).join(', ')}`);
  process.exit(2);
}

const steps = STEPS.filter(
  (step) => (wanted.length === 0 || wanted.includes(step.name)) && (step.when?.() ?? true),
);
const titleOf = (step) => step.title ?? step.name;

let passed = 0;
let failed = 0;
const summary = new Map();
/** By name: a promise of whether the step went well. */
const ended = new Map();
const waiting = [...steps];

await Promise.all(Array.from({ length: AT_ONCE }, work));

console.log('\n── summary');
for (const step of steps) console.log(summary.get(step));
if (leftOut.length > 0 && steps.some((step) => step.project !== undefined)) {
  console.log(`\nleft for another day: ${leftOut.join(', ')}`);
  console.log(`of tests of many alike: a part, ${turnOf() + 1} of ${TURNS}`);
  console.log('node test/run.mjs --thorough runs them all');
}
console.log('');
// Set the code and let the process end by itself, so that a slow pipe still gets the last line.
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

/** Takes step after step. What a step needs is listed before it, so it has ended or is under way. */
async function work() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const outcome = carryOut(step, ended.get(step.needs));
    ended.set(step.name, outcome);
    await outcome;
  }
}

/** Runs a step once what it needs is there; gives whether it went well. */
async function carryOut(step, needed) {
  if ((await needed) === false) {
    failed++;
    report(step, false, `not run: it needs the ${step.needs} step`, '');
    return false;
  }
  console.log(`…    ${titleOf(step)}`);
  const started = Date.now();
  const said = [];
  const say = (text) => said.push(text);
  const result = step.project
    ? await runTests(step.project, say)
    : await runCommand(step.command, say);
  passed += result.passed;
  failed += result.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const tests = step.project ? `${result.passed} passed, ${result.failed} failed, ` : '';
  report(step, result.failed === 0, `${tests}${seconds} s`, said.join(''));
  return result.failed === 0;
}

function report(step, ok, detail, output) {
  const line = `${ok ? 'ok  ' : 'FAIL'} ${titleOf(step)} (${detail})`;
  summary.set(step, line);
  if (output.trim() !== '') console.log(`\n── ${titleOf(step)}\n${output.trimEnd()}`);
  console.log(line);
}

async function runCommand([command, ...args], say) {
  const code = await run(command, args, say);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs one vitest project; the counts come from its JSON report, never from its prose. */
async function runTests(project, say) {
  const file = join('node_modules', '.cache', 'blast-radius', `${project}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  const code = await run(bin('vitest'), [...args, `--outputFile.json=${file}`], say);
  return readCounts(file, code, say);
}

function readCounts(file, code, say) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    say('no test report was written\n');
    return { passed: 0, failed: 1 };
  }
  // A file that fails to load has no tests to fail: count the file.
  const unloaded = report.testResults.filter(
    (suite) =>
      suite.status === 'failed' && !suite.assertionResults.some((t) => t.status === 'failed'),
  );
  const seen = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
  };
  // An error outside any test, or an empty project, must not pass for success.
  if (seen.failed === 0 && (code !== 0 || seen.passed === 0)) seen.failed = 1;
  return seen;
}

function run(command, args, say) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say);
    child.on('error', (error) => {
      say(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
