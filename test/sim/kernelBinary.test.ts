/**
 * The WebAssembly in the repository is what its source says. `UPDATE_GENERATED=1 npx vitest run test/sim/kernelBinary`
 * compiles it anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const at = (path: string): string =>
  fileURLToPath(new URL(`../../src/sim/kernel/${path}`, import.meta.url));

interface Compiler {
  main(
    args: readonly string[],
    files: {
      readFile(name: string): string | null;
      writeFile(name: string, contents: Uint8Array | string): void;
      listFiles(): string[];
    },
  ): Promise<{ readonly error: Error | null; readonly stderr: { toString(): string } }>;
}

// Named by a variable, so that its declarations stay out of the project's: they redefine arrays.
const COMPILER = 'assemblyscript/asc';
const { default: asc } = (await import(COMPILER)) as { default: Compiler };

/** No run time library: the programs neither allocate nor throw. Their memory is made by who runs them. */
const OPTIONS = '-O3 --noAssert --importMemory --runtime stub --enable simd --use abort='.split(
  ' ',
);

/** The programs, by the name of their constant in binary.ts. */
const PROGRAMS = {
  SERVING: 'kernel',
  TRAINER: 'trainer',
  PAST: 'past',
  TREES: 'trees',
  FEATURES: 'features',
} as const;

async function compile(program: string): Promise<string> {
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main([`${program}.ts`, '--outFile', 'out.wasm', ...OPTIONS], {
    readFile: (name) => {
      const source = at(name.replace(/\.ts$/, '.as'));
      return name.endsWith('.ts') && existsSync(source) ? readFileSync(source, 'utf8') : null;
    },
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === null) throw new Error(`${error?.message}\n${stderr.toString()}`);
  return Buffer.from(binary).toString('base64');
}

it('binary.ts is the sources, compiled', async () => {
  let wanted =
    '/** The programs of this folder, compiled: WebAssembly in base64. Written by test/sim/kernelBinary.test.ts; do not edit. */\n';
  for (const [name, program] of Object.entries(PROGRAMS))
    wanted += `export const ${name} =\n  '${await compile(program)}';\n`;
  if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(at('binary.ts'), wanted);
  expect(readFileSync(at('binary.ts'), 'utf8')).toBe(wanted);
});
