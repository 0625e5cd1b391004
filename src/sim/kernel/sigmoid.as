// The logistic function, four numbers at a time. No operation is fused, so that every engine gives the same bits.

/**
 * 1 / (1 + e^−x) of four numbers, relative error below 1e-6. e^y = 2^k · e^r with k = round(y / ln 2), the series of e^r cut
 * after r⁵/120. A number that is none stays none.
 */
@inline
export function sigmoid(x: v128): v128 {
  const y = f32x4.min(f32x4.max(f32x4.neg(x), f32x4.splat(-87)), f32x4.splat(87));
  const k = f32x4.nearest(f32x4.mul(y, f32x4.splat(1.44269504)));
  const r = f32x4.sub(
    f32x4.sub(y, f32x4.mul(k, f32x4.splat(0.693145751953125))),
    f32x4.mul(k, f32x4.splat(1.4286068203094172e-6)),
  );
  let p = f32x4.splat(1.0 / 120);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 24));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 6));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23);
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), f32x4.mul(p, power)));
}
