/** The one entry of seedrandom in use; its published types cover only the package's main file. */
declare module 'seedrandom/lib/alea.js' {
  export interface Alea {
    /** Next double in [0, 1). */
    (): number;
    /** Next signed 32-bit integer. */
    int32(): number;
  }
  export default function alea(seed: string): Alea;
}
