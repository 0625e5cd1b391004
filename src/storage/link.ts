/**
 * A run in the address bar: `#run=` and the recording, deflated, in the URL alphabet. Loaded only when a link is made
 * or opened. Inflating stops as soon as the text grows past what a recording may be.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { Opened } from '../session/recordingFormat.ts';
import { decodeRecording, encodeRecording, type Recording } from './recording.ts';

const PREFIX = '#run=';
/** Longest fragment accepted, in characters: what browsers and chat programs carry without cutting. */
export const LINK_LIMIT = 16_000;
/** Largest text a link unpacks to, in bytes: the moves alone, without hashes. */
export const UNPACKED_LIMIT = 400_000;

const toUrlAlphabet = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const fromUrlAlphabet = (text: string): Uint8Array => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
};

/** The fragment of a link; null when the run is too long for one and has to travel as a file. */
export const encodeLink = (recording: Recording): string | null => {
  const packed =
    PREFIX + toUrlAlphabet(deflateSync(strToU8(encodeRecording(recording)), { level: 9 }));
  return packed.length > LINK_LIMIT ? null : packed;
};

const inflateBounded = (packed: Uint8Array): string | null => {
  const parts: Uint8Array[] = [];
  let size = 0;
  let done = false;
  const inflate = new Inflate((part, final) => {
    size += part.length;
    if (size <= UNPACKED_LIMIT) parts.push(part);
    done = final;
  });
  // Small steps in, so that a bomb is noticed before it is unpacked.
  for (let at = 0; at < packed.length; at += 512) {
    inflate.push(packed.subarray(at, at + 512), at + 512 >= packed.length);
    if (size > UNPACKED_LIMIT) return null;
  }
  if (!done) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return strFromU8(whole);
};

export const decodeLink = (hash: string): Opened<Recording> => {
  const broken = {
    ok: false,
    message: 'This link is damaged or cut off. Ask for the file instead.',
  } as const;
  if (!hash.startsWith(PREFIX)) return { ok: false, message: 'This link carries no run.' };
  if (hash.length > LINK_LIMIT)
    return { ok: false, message: 'This link is longer than any run can be.' };
  try {
    const text = inflateBounded(fromUrlAlphabet(hash.slice(PREFIX.length)));
    return text === null ? broken : decodeRecording(text);
  } catch {
    return broken;
  }
};
