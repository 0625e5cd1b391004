// Laying out a program's memory once, as it begins.

let top: usize = 1024;

/** So many bytes, on a boundary of a cache line. */
export function take(bytes: usize): usize {
  const at = top;
  top = (top + bytes + 63) & ~63;
  return at;
}

/** Makes room for all that was taken. */
export function settle(): void {
  const pages = ((top + 65535) >> 16) as i32;
  const more = pages - memory.size();
  if (more > 0 && memory.grow(more) < 0) unreachable();
}
