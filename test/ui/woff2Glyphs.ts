/**
 * The characters a WOFF2 font has glyphs for: its tables are one Brotli stream, and the character map is stored as it is
 * in any OpenType font. https://www.w3.org/TR/WOFF2/, https://learn.microsoft.com/typography/opentype/spec/cmap
 */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const HEADER_BYTES = 48;
/** Tags a directory names by number; `glyf` and `loca` alone are transformed when their version is 0. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const NAMED = 63;

/** Code points with a glyph. */
export function glyphsOf(file: string): ReadonlySet<number> {
  const font = readFileSync(file);
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error(`${file} is no WOFF2 font`);
  const tables = font.readUInt16BE(12);
  let at = HEADER_BYTES;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = font[at++]!;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let cmap: { readonly offset: number; readonly length: number } | null = null;
  for (let k = 0; k < tables; k++) {
    const flags = font[at++]!;
    const tag = flags & NAMED;
    let name = '';
    if (tag === NAMED) {
      name = font.toString('latin1', at, at + 4);
      at += 4;
    }
    const version = flags >> 6;
    const original = number();
    const transformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    const length = transformed ? number() : original;
    if (tag === CMAP || name === 'cmap') cmap = { offset, length };
    offset += length;
  }
  if (cmap === null) throw new Error(`${file} has no character map`);
  const stream = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)));
  return readMap(stream.subarray(cmap.offset, cmap.offset + cmap.length));
}

function readMap(cmap: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  for (let k = 0; k < cmap.readUInt16BE(2); k++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * k + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readSegments(table, found);
    else if (format === 12) readGroups(table, found);
  }
  return found;
}

/** Format 4: segments of sixteen-bit code points, each with a shift or a list of glyphs. */
function readSegments(table: Buffer, found: Set<number>): void {
  const segments = table.readUInt16BE(6) / 2;
  const word = (array: number, k: number): number =>
    table.readUInt16BE(14 + 2 * array * segments + 2 * k + (array > 0 ? 2 : 0));
  for (let k = 0; k < segments; k++) {
    const [end, start, shift, range] = [word(0, k), word(1, k), word(2, k), word(3, k)];
    for (let code = start; code <= end && code < 0xffff; code++) {
      const place = 16 + 6 * segments + 2 * k + range + 2 * (code - start);
      const glyph = range === 0 ? code : table.readUInt16BE(place);
      if (glyph !== 0 && ((glyph + shift) & 0xffff) !== 0) found.add(code);
    }
  }
}

/** Format 12: groups of code points of any size. */
function readGroups(table: Buffer, found: Set<number>): void {
  for (let k = 0; k < table.readUInt32BE(12); k++) {
    const group = 16 + 12 * k;
    const end = table.readUInt32BE(group + 4);
    for (let code = table.readUInt32BE(group); code <= end; code++) found.add(code);
  }
}
