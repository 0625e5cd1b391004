/**
 * The functions of statistics: error function, normal distribution, log-gamma. Built on math.ts, so
 * they give the same bits in every engine. Error bounds are held by test/determinism/special.test.ts.
 */
import { exp, log, PI } from './math.ts';

const SQRT_PI = Math.sqrt(PI);
const SQRT_2 = Math.sqrt(2);

/** Error function, 2/√π ∫₀ˣ e^−t² dt. Relative error ≤ 1e-12. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 2) return erfSeries(x);
  const tail = erfcFraction(size);
  return x > 0 ? 1 - tail : tail - 1;
}

/** Complement 1 − erf(x); its upper tail keeps its digits. Relative error ≤ 1e-12. */
export function erfc(x: number): number {
  if (x >= 2) return erfcFraction(x);
  if (x <= -2) return 2 - erfcFraction(-x);
  return 1 - erfSeries(x);
}

/** 2x/√π · e^−x² · Σ (2x²)ⁿ / (1·3·…·(2n+1)): all terms positive (Abramowitz and Stegun 7.1.6). */
function erfSeries(x: number): number {
  const step = 2 * x * x;
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= step / (2 * n + 1);
    sum += term;
  }
  return ((2 * x) / SQRT_PI) * exp(-x * x) * sum;
}

/** Continued fraction for x ≥ 2 (Abramowitz and Stegun 7.1.14), evaluated from its end. */
function erfcFraction(x: number): number {
  if (x > 27.3) return 0;
  let tail = x;
  for (let n = 80; n > 0; n--) tail = x + n / 2 / tail;
  return exp(-x * x) / (SQRT_PI * tail);
}

/** Standard normal distribution function. Relative error ≤ 1e-12 in the lower tail. */
export function normalCdf(z: number): number {
  return 0.5 * erfc(-z / SQRT_2);
}

/** Standard normal density at z. */
export function normalPdf(z: number): number {
  return exp(-0.5 * z * z) / (SQRT_2 * SQRT_PI);
}

/**
 * Inverse of `normalCdf`, p in [0, 1]: ∓Infinity at the ends, NaN outside.
 * Relative error ≤ 1e-15 by its source: M. J. Wichura, Algorithm AS 241 (PPND16), 1988.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r +
          6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r +
          1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r +
          1.3314166789178437745e2) * r + 3.3871328727963666080)) /
      (((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r +
        3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r +
        5.3941960214247511077e3) * r + 6.8718700749205790830e2) * r +
        4.2313330701600911252e1) * r + 1)
    );
  }
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? nearTail(r - 1.6) : farTail(r - 5);
  return q < 0 ? -z : z;
}

function nearTail(r: number): number {
  return (
    (((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r +
      2.41780725177450611770e-1) * r + 1.27045825245236838258) * r +
      3.64784832476320460504) * r + 5.76949722146069140550) * r +
      4.63033784615654529590) * r + 1.42343711074968357734) /
    (((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r +
      1.51986665636164571966e-2) * r + 1.48103976427480074590e-1) * r +
      6.89767334985100004550e-1) * r + 1.67638483018380384940) * r +
      2.05319162663775882187) * r + 1)
  );
}

function farTail(r: number): number {
  return (
    (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r +
      1.24266094738807843860e-3) * r + 2.65321895265761230930e-2) * r +
      2.96560571828504891230e-1) * r + 1.78482653991729133580) * r +
      5.46378491116411436990) * r + 6.65790464350110377720) /
    (((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r +
      1.84631831751005468180e-5) * r + 7.86869131145613259100e-4) * r +
      1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r +
      5.99832206555887937690e-1) * r + 1)
  );
}

/**
 * log Γ(x) for x > 0; NaN otherwise. Error ≤ 1e-13 · max(1, |log Γ(x)|).
 * Stirling's series at x ≥ 15 (Abramowitz and Stegun 6.1.41), reached by the recurrence.
 */
export function lgamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;
  let product = 1;
  for (; x < 15; x++) product *= x;
  const s = 1 / (x * x);
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188))))) / x;
  return (x - 0.5) * log(x) - x + 0.5 * log(2 * PI) + series - log(product);
}
