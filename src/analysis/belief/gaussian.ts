/** Log density of a normal vector by Cholesky's factor (Golub and Van Loan, Matrix Computations, 4.2). */
import { log, PI } from '../../determinism/math.ts';

export interface NormalDensity {
  /** log N(x; 0, Σ). */
  readonly log: number;
  /** xᵀΣ⁻¹x, squared: as large as there are numbers, on average, where Σ is right. */
  readonly distance: number;
}

/** Σ = LLᵀ: `lower` is L, `n × n`, rows side by side, of which the upper triangle is anything. */
export interface Factor {
  readonly lower: Float64Array;
  readonly logDet: number;
}

/**
 * The factor of the `n × n` matrix `sigma`, rows side by side, of which the lower triangle is overwritten. Throws where Σ is
 * not positive definite.
 */
export function factorOf(sigma: Float64Array, n: number): Factor {
  let logDet = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = sigma[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= sigma[i * n + k]! * sigma[j * n + k]!;
      if (i === j) {
        if (!(sum > 0)) throw new RangeError(`not positive definite at ${i}: ${sum}`);
        sigma[i * n + i] = Math.sqrt(sum);
      } else sigma[i * n + j] = sum / sigma[j * n + j]!;
    }
    logDet += 2 * log(sigma[i * n + i]!);
  }
  return { lower: sigma, logDet };
}

export function normalDensity(x: ArrayLike<number>, { lower, logDet }: Factor): NormalDensity {
  const n = x.length;
  let quadratic = 0;
  const z = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let rest = x[i]!;
    for (let k = 0; k < i; k++) rest -= lower[i * n + k]! * z[k]!;
    z[i] = rest / lower[i * n + i]!;
    quadratic += z[i]! * z[i]!;
  }
  return { log: -0.5 * (quadratic + logDet + n * LOG_2_PI), distance: quadratic };
}

const LOG_2_PI = log(2 * PI);
