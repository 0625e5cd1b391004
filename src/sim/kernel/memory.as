// Laying out a program's memory once, as it begins.

let top: usize = 1024;

/** So many bytes, on a boundary of a cache line. */
export function take(bytes: usize): usize {
  const at = top;
  top = (top + bytes + 63) & ~63;
  return at;
}

/** Pages of memory that hold all that was taken. */
export function pages(): i32 {
  return ((top + 65535) >> 16) as i32;
}
