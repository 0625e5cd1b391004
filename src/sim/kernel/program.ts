/** A program in WebAssembly, its functions, and views of the arrays whose addresses it exports. */

type Address = WebAssembly.Global<'i32'>;

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly [name: string]: Address | WebAssembly.Memory | ((...args: never[]) => unknown);
}

export interface Program<Functions> {
  readonly run: Functions;
  /** Views of its arrays, by their names in the source. Good until its memory grows. */
  floats(name: string, length: number): Float32Array;
  doubles(name: string, length: number): Float64Array;
  ints(name: string, length: number): Int32Array;
  bytes(name: string, length: number): Uint8Array;
  shorts(name: string, length: number): Uint16Array;
  address(name: string): number;
}

const compiled = new Map<string, WebAssembly.Module>();

/** A new instance of a program given in base64, with a memory of its own. */
export function instantiate<Functions>(binary: string): Program<Functions> {
  let module = compiled.get(binary);
  if (module === undefined) {
    module = new WebAssembly.Module(Uint8Array.from(atob(binary), (c) => c.charCodeAt(0)));
    compiled.set(binary, module);
  }
  const { exports } = new WebAssembly.Instance(module) as unknown as { exports: Exports };
  const address = (name: string): number => (exports[name] as Address).value;
  const { memory } = exports;
  return {
    run: exports as unknown as Functions,
    address,
    floats: (name, length) => new Float32Array(memory.buffer, address(name), length),
    doubles: (name, length) => new Float64Array(memory.buffer, address(name), length),
    ints: (name, length) => new Int32Array(memory.buffer, address(name), length),
    bytes: (name, length) => new Uint8Array(memory.buffer, address(name), length),
    shorts: (name, length) => new Uint16Array(memory.buffer, address(name), length),
  };
}
