/**
 * A program in WebAssembly, its functions, and views of the arrays whose addresses it exports.
 *
 * Memory that grows takes the buffer away from the views made of it, and from the first time on that this happens, an engine
 * makes all code that reads typed arrays anew, with a question at every access whether they are still there. So a program says
 * how much it will need before its memory is made.
 */

type Address = WebAssembly.Global<'i32'>;

type Exports = Readonly<Record<string, Address | ((...args: never[]) => unknown)>>;

export interface Program<Functions> {
  readonly run: Functions;
  /** Views of its arrays, by their names in the source. */
  floats(name: string, length: number): Float32Array;
  doubles(name: string, length: number): Float64Array;
  ints(name: string, length: number): Int32Array;
  bytes(name: string, length: number): Uint8Array;
  shorts(name: string, length: number): Uint16Array;
  address(name: string): number;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < bytes.length; k++) bytes[k] = text.charCodeAt(k);
  return bytes;
}

const compiled = new Map<string, WebAssembly.Module>();

/**
 * A new instance of a program given in base64, with a memory of its own. `layOut` has it lay out its memory, which it does not
 * touch yet, and returns the pages that takes.
 */
export function instantiate<Functions>(
  binary: string,
  layOut: (run: Functions) => number,
): Program<Functions> {
  let module = compiled.get(binary);
  if (module === undefined) {
    module = new WebAssembly.Module(bytesOf(binary));
    compiled.set(binary, module);
  }
  const on = (memory: WebAssembly.Memory): Exports =>
    new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Exports;
  const run = (exports: Exports): Functions => exports as unknown as Functions;
  const pages = layOut(run(on(new WebAssembly.Memory({ initial: 1 }))));
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const exports = on(memory);
  layOut(run(exports));
  const address = (name: string): number => (exports[name] as Address).value;
  return {
    run: run(exports),
    address,
    floats: (name, length) => new Float32Array(memory.buffer, address(name), length),
    doubles: (name, length) => new Float64Array(memory.buffer, address(name), length),
    ints: (name, length) => new Int32Array(memory.buffer, address(name), length),
    bytes: (name, length) => new Uint8Array(memory.buffer, address(name), length),
    shorts: (name, length) => new Uint16Array(memory.buffer, address(name), length),
  };
}
