/** Help, and what is said to words that mean nothing here. */
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/commands.ts';
import { say, type Said } from './say.ts';

const asked = (...argv: string[]): Promise<Said> => say({ run: runCommand }, ...argv);

test.each(['help', '--help', '-h'])('%s lists the commands', async (word) => {
  const said = await asked(word);
  expect(said).toMatchObject({ code: 0, error: '' });
  for (const name of ['play', 'scenarios:check', 'bench']) expect(said.out).toContain(`  ${name} `);
});

test.each(['bench', 'play', 'scenarios:new'])('%s says what it does', async (name) => {
  const said = await asked(name, '--help');
  expect(said).toMatchObject({ code: 0, error: '' });
  expect(said.out).toContain(`blast-radius ${name}\n`);
});

test('a command that there is not: the list, and the code of misuse', async () => {
  const said = await asked('plaything');
  expect(said.code).toBe(2);
  expect(said.error).toContain('There is no command plaything');
  expect(said.error).toContain('  play ');
  expect((await asked()).error).toContain('Name a command');
});

test.each([
  [['bench', '--run', '3'], 'There is no option --run. Did you mean --runs?'],
  [['bench', '--runs', 'many'], '--runs: a whole number from 1 to 50.'],
  [['bench', '--runs', '0'], '--runs: a whole number from 1 to 50.'],
  [['bench', 'pear'], 'There is no bench “pear”.'],
  [['bench', '--child', 'half'], 'There is no part “half”.'],
  [['scenarios:new', '--fast'], 'There is no option --fast; there is none here.'],
])('%j is refused with a reason', async (argv, reason) => {
  const said = await asked(...argv);
  expect(said.code).toBe(2);
  expect(said.error).toContain(reason);
  expect(said.error).not.toContain('--child');
});
