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
  if (Math.abs(q) <= 0.425) return q * centre(0.180625 - q * q);
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? nearTail(r - 1.6) : farTail(r - 5);
  return q < 0 ? -z : z;
}

// prettier-ignore
function centre(r: number): number {
  return (
    septic(r, 2509.0809287301227, 33430.57558358813, 67265.7709270087,
      45921.95393154987, 13731.69376550946, 1971.5909503065513,
      133.14166789178438, 3.3871328727963665) /
    septic(r, 5226.495278852854, 28729.085735721943, 39307.89580009271,
      21213.794301586597, 5394.196021424751, 687.1870074920579,
      42.31333070160091, 1)
  );
}

// prettier-ignore
function nearTail(r: number): number {
  return (
    septic(r, 0.0007745450142783414, 0.022723844989269184, 0.2417807251774506,
      1.2704582524523684, 3.6478483247632045, 5.769497221460691,
      4.630337846156546, 1.4234371107496835) /
    septic(r, 1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457,
      0.14810397642748008, 0.6897673349851, 1.6763848301838038,
      2.053191626637759, 1)
  );
}

// prettier-ignore
function farTail(r: number): number {
  return (
    septic(r, 2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784,
      0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
      5.463784911164114, 6.657904643501103) /
    septic(r, 2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5,
      0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
      0.599832206555888, 1)
  );
}

/** a7 r⁷ + … + a0. Written out, since a loop over coefficients would halve the speed of `normal`. */
// prettier-ignore
function septic(
  r: number, a7: number, a6: number, a5: number, a4: number, a3: number, a2: number, a1: number,
  a0: number,
): number {
  return ((((((a7 * r + a6) * r + a5) * r + a4) * r + a3) * r + a2) * r + a1) * r + a0;
}

/**
 * log Γ(x) for x > 0; NaN otherwise. Error ≤ 1e-14 · max(1, |log Γ(x)|).
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

/**
 * Upper tail of the chi-square distribution with `df` degrees of freedom: Q(df/2, x/2), the regularised incomplete
 * gamma function (Abramowitz and Stegun 6.5.29 below df/2 + 1, the continued fraction 6.5.31 above). 1 for x ≤ 0.
 * Relative error ≤ 1e-10 for df ≤ 100.
 */
export function chiSquareUpper(x: number, df: number): number {
  if (!(df > 0)) return 1;
  if (!(x > 0)) return x <= 0 ? 1 : NaN;
  const a = df / 2;
  const y = x / 2;
  const front = exp(a * log(y) - y - lgamma(a));
  if (y < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17 && n < 2000; n++) {
      term *= y / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  // Evaluated from its end: y + (1−a)/(1 + 1/(y + (2−a)/(1 + 2/(y + …)))).
  let tail = y;
  for (let n = 400; n > 0; n--) tail = y + (n - a) / (1 + n / tail);
  return front / tail;
}

/**
 * Upper tail of Student's t with `df` ≥ 1 degrees of freedom: half the regularised incomplete beta function at
 * df/(df + t²) (Abramowitz and Stegun 26.7.1), by its continued fraction (26.5.8). Relative error ≤ 1e-10 for df ≤ 200.
 */
export function studentUpper(t: number, df: number): number {
  if (!(df >= 1) || Number.isNaN(t)) return NaN;
  if (t === 0) return 0.5;
  const x = df / (df + t * t);
  const tail = 0.5 * betaRegularised(x, df / 2, 0.5);
  return t > 0 ? tail : 1 - tail;
}

/** I_x(a, b) for 0 ≤ x ≤ 1. */
function betaRegularised(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  // The fraction converges fast only on the near side of the mean.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaRegularised(1 - x, b, a);
  const front = exp(a * log(x) + b * log(1 - x) + lgamma(a + b) - lgamma(a) - lgamma(b)) / a;
  // Evaluated from its end: 1/(1 + d1/(1 + d2/(1 + …))).
  let tail = 1;
  for (let m = 200; m >= 0; m--) {
    tail = 1 - ((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)) / tail;
    if (m > 0) tail = 1 + (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)) / tail;
  }
  return front / tail;
}
