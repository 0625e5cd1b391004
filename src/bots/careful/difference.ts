/** Standard error of a difference of independent readings. */
export const differenceError = (a: number, b: number): number => Math.sqrt(a * a + b * b);
