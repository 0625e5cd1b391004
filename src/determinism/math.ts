/**
 * Elementary functions whose every bit is the same in every engine.
 *
 * IEEE 754 fixes + − × ÷ and `Math.sqrt`; it does not fix `Math.exp` and its kin, nor `**`, and
 * engines do differ in them. Everything here is built on the former alone. Error bounds are against
 * the true value and are held by test/determinism/math.test.ts.
 *
 * Method and constants of `exp`, `log`, `sin` and `cos`: fdlibm (Sun Microsystems, 1993, freely
 * distributable), e_exp.c, e_log.c, k_sin.c, k_cos.c.
 */

// The language fixes these constants to the nearest double, unlike the functions.
export const PI = Math.PI;
export const TAU = 2 * Math.PI;
export const LN2 = Math.LN2;

const LN2_HI = 0.6931471803691238;
const LN2_LO = 1.9082149292705877e-10;
const INV_LN2 = Math.LOG2E;

/** 2^k for k in −1074 … 1023; exact, because halving and doubling are. */
const POW2_BIAS = 1074;
const POW2 = powersOfTwo();

function powersOfTwo(): Float64Array {
  const table = new Float64Array(POW2_BIAS + 1024);
  let up = 1;
  for (let k = 0; k < 1024; k++, up *= 2) table[POW2_BIAS + k] = up;
  let down = 1;
  for (let k = 0; k <= POW2_BIAS; k++, down /= 2) table[POW2_BIAS - k] = down;
  return table;
}

/** e^x. Relative error ≤ 1e-15; 0 below −745.13, Infinity above 709.78, NaN for NaN. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * INV_LN2 + 0.5);
  const hi = x - k * LN2_HI;
  const lo = k * LN2_LO;
  const r = hi - lo;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  // 2^1024 and 2^-1075 are not in the table: reach them in two exact steps.
  if (k === 1024) return y * 2 * POW2[POW2_BIAS + 1023]!;
  if (k < -POW2_BIAS) return y * 0.5 * POW2[0]!;
  return y * POW2[POW2_BIAS + k]!;
}

/** e^x − 1 without cancellation near zero (Kahan's quotient). Relative error ≤ 1e-14. */
export function expm1(x: number): number {
  const u = exp(x);
  if (u === 1) return x;
  if (u > 1e17) return u;
  const d = u - 1;
  return d === -1 ? -1 : (d * x) / log(u);
}

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
/** Which half of a double holds sign and exponent on this machine. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Natural logarithm. Relative error ≤ 1e-15; −Infinity at 0, NaN below 0. */
export function log(x: number): number {
  if (x !== x || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2^54: lift a subnormal into the normal range
    k = -54;
  }
  bits[0] = x;
  let high = words[HIGH]!;
  k += (high >> 20) - 1023;
  high &= 0x000fffff;
  // Bring the significand into [√½, √2), where the series converges fastest.
  const up = (high + 0x95f64) & 0x100000;
  words[HIGH] = high | (up ^ 0x3ff00000);
  k += up >> 20;
  const f = bits[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even =
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return k * LN2_HI - (half - (s * (half + odd + even) + k * LN2_LO) - f);
}

/** log(1 + x) without cancellation near zero (Kahan's quotient). Relative error ≤ 1e-14. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (u === Infinity || !(u > 0)) return log(u);
  return (log(u) * x) / (u - 1);
}

/** Logarithm to base 2. Relative error ≤ 1e-15 away from 1; exact at powers of two is not promised. */
export function log2(x: number): number {
  return log(x) * INV_LN2;
}

/** Logarithm to base 10. Relative error ≤ 1e-15 away from 1. */
export function log10(x: number): number {
  return log(x) * Math.LOG10E;
}

/**
 * x to the power y; NaN when x < 0 and y is no integer. Relative error ≤ 1e-12 (it grows with
 * |y · log x|); integer powers up to 64 are products, hence exact where the result is.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  const whole = Math.floor(y) === y;
  if (whole && y >= -64 && y <= 64) {
    const p = integerPower(x, Math.abs(y));
    if (y > 0) return p;
    // Beyond the range of p its inverse may still be a subnormal: leave that to the logarithm.
    if (p !== 0 && Math.abs(p) !== Infinity) return 1 / p;
  }
  if (x < 0) {
    if (!whole) return NaN;
    const size = pow(-x, y);
    return Math.abs(y) % 2 === 1 ? -size : size;
  }
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (x === 1) return 1;
  return exp(y * log(x));
}

function integerPower(x: number, n: number): number {
  let result = 1;
  for (let base = x; n > 0; n = Math.floor(n / 2), base *= base) {
    if (n % 2 === 1) result *= base;
  }
  return result;
}

/** Hyperbolic tangent. Relative error ≤ 1e-13; ±1 beyond |x| = 20. */
export function tanh(x: number): number {
  if (x > 20) return 1;
  if (x < -20) return -1;
  const t = expm1(2 * x);
  return t / (t + 2);
}

/** 1 / (1 + e^−x). Relative error ≤ 1e-14 on both sides; 0 below −709.78. */
export function sigmoid(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Inverse of `sigmoid`: log(p / (1 − p)); ±Infinity at 1 and 0. */
export function logit(p: number): number {
  return log(p) - log1p(-p);
}

const MAX_ANGLE = 1e6;

/** Sine of an angle in radians, |x| ≤ 1e6. Absolute error ≤ 1e-15. Throws RangeError beyond. */
export function sin(x: number): number {
  return turned(x, 0);
}

/** Cosine of an angle in radians, |x| ≤ 1e6. Absolute error ≤ 1e-15. Throws RangeError beyond. */
export function cos(x: number): number {
  return turned(x, 1);
}

/** sin(x + quarters · π/2), by reduction to |r| ≤ π/4 with π/2 in three parts (Cody and Waite). */
function turned(x: number, quarters: number): number {
  if (x !== x) return x;
  if (x > MAX_ANGLE || x < -MAX_ANGLE) {
    throw new RangeError(`angle ${x} is beyond ±${MAX_ANGLE} rad: reduce it before`);
  }
  const n = Math.floor(x * 0.6366197723675814 + 0.5);
  const a = x - n * 1.5707963267341256;
  const b = n * 6.077100506303966e-11;
  const high = a - b;
  const r = high - (n * 2.0222662487959506e-21 - (a - high - b));
  const quadrant = (n + quarters) & 3;
  const size = quadrant & 1 ? cosKernel(r) : sinKernel(r);
  return quadrant & 2 ? -size : size;
}

function sinKernel(x: number): number {
  const z = x * x;
  const tail =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return x + z * x * (-0.16666666666666632 + z * tail);
}

function cosKernel(x: number): number {
  const z = x * x;
  const tail =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (2.480158728947673e-5 +
              z *
                (-2.7557314351390663e-7 +
                  z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + z * tail);
}
