/**
 * The WebAssembly in the repository is what its source says. `UPDATE_GENERATED=1 npx vitest run test/sim/kernelBinary`
 * compiles it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
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

/** No run time library: the kernel neither allocates nor throws. */
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];

async function compile(source: string): Promise<string> {
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === null) throw new Error(`${error?.message}\n${stderr.toString()}`);
  return Buffer.from(binary).toString('base64');
}

it('binary.ts is kernel.as, compiled', async () => {
  const base64 = await compile(readFileSync(at('kernel.as'), 'utf8'));
  if (process.env['UPDATE_GENERATED'] === '1')
    writeFileSync(
      at('binary.ts'),
      `/** kernel.as, compiled: WebAssembly in base64. Written by test/sim/kernelBinary.test.ts; do not edit. */\nexport const BINARY =\n  '${base64}';\n`,
    );
  expect(readFileSync(at('binary.ts'), 'utf8')).toContain(`'${base64}'`);
});
