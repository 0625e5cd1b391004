/**
 * The whole check in one command: types, lint, format, Node build, unit tests, scenario check, page
 * build, browser tests. A failed step does not stop the others, unless they need what it makes.
 * The last line is `N passed, N failed`; the exit code is 1 if anything failed. A test counts as one,
 * a step without tests of its own counts as one.
 *
 * `node test/run.mjs types lint` runs only the named steps.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

// Colours are for people at a terminal; a log wants none.
const env = process.stdout.isTTY
  ? process.env
  : { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };

const bin = (name) => join('node_modules', '.bin', name);
const exists = (...paths) => paths.some((path) => existsSync(path));

/** `needs` names a step whose product this one uses; `when` leaves it out while there is nothing to do. */
const STEPS = [
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', command: [bin('oxfmt'), '--check'] },
  {
    name: 'node-build',
    title: 'node build',
    command: [bin('vite'), 'build', '--ssr', '--mode', 'node', '--logLevel', 'warn'],
    when: () => exists('src/cli/main.ts', 'src/worker/nodeEntry.ts'),
  },
  { name: 'unit', title: 'unit, properties, goldens', project: 'unit' },
  {
    name: 'scenarios',
    command: [process.execPath, 'dist-node/cli.js', 'check'],
    needs: 'node-build',
    when: () => exists('src/cli/main.ts'),
  },
  {
    name: 'page-build',
    title: 'page build',
    command: [bin('vite'), 'build', '--logLevel', 'warn'],
  },
  { name: 'browser', title: 'browser tests', project: 'browser', needs: 'page-build' },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(', ')}; there are ${STEPS.map((s) => s.name).join(', ')}`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
const broken = new Set();
const summary = [];

for (const step of STEPS) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  const title = step.title ?? step.name;
  if (step.when && !step.when()) continue;
  if (step.needs && broken.has(step.needs)) {
    report(title, false, `not run: it needs the ${step.needs} step`);
    broken.add(step.name);
    failed++;
    continue;
  }
  console.log(`\n── ${title}`);
  const started = Date.now();
  const result = step.project ? await runTests(step.project) : await runCommand(step.command);
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) broken.add(step.name);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const tests = step.project ? `${result.passed} passed, ${result.failed} failed, ` : '';
  report(title, result.failed === 0, `${tests}${seconds} s`);
}

console.log('\n── summary');
for (const line of summary) console.log(line);
console.log('');
// Set the code and let the process end by itself, so that a slow pipe still gets the last line.
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

function report(title, ok, detail) {
  const line = `${ok ? 'ok  ' : 'FAIL'} ${title} (${detail})`;
  summary.push(line);
  console.log(line);
}

async function runCommand([command, ...args]) {
  const code = await run(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs one vitest project; the counts come from its JSON report, never from its prose. */
async function runTests(project) {
  const file = join('node_modules', '.cache', 'blast-radius', `${project}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  const code = await run(bin('vitest'), [...args, `--outputFile.json=${file}`]);
  return readCounts(file, code);
}

function readCounts(file, code) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log('no test report was written');
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

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    });
    child.on('error', (error) => {
      console.log(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
