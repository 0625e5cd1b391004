/**
 * The envelope of a recording, the same for a run's own file, the page's and a link: what it is, of which version, and
 * a checksum over the rest. Here it is sealed, and untrusted text opened; what is inside is checked by who asked.
 */
import { hashString } from '../determinism/hash.ts';

export const RECORDING_FORMAT = 'blast-radius/run';
/** Rises when a recording holds other things. 2: hashes of the run's parts per day and move; a checksum always. */
export const RECORDING_VERSION = 2;
/** Rises with every change of the simulator that changes what happens. */
export const SIMULATOR_VERSION = 3;

export interface Envelope {
  readonly format: typeof RECORDING_FORMAT;
  readonly version: number;
  readonly simulator: number;
}

export const ENVELOPE: Envelope = {
  format: RECORDING_FORMAT,
  version: RECORDING_VERSION,
  simulator: SIMULATOR_VERSION,
};

/** Text of a document with its checksum. `indent`: spaces, for files that people look into. */
export function seal(body: Envelope, indent?: number): string {
  return JSON.stringify({ ...body, checksum: hashString(JSON.stringify(body)) }, null, indent);
}

export type Opened<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Opens untrusted text of at most `limit` characters. Says what is wrong with it; never throws. */
export function unseal(text: string, limit: number): Opened<Readonly<Record<string, unknown>>> {
  const no = (message: string) => ({ ok: false, message }) as const;
  if (text.length > limit)
    return no(`This file is larger than any recording (${text.length} characters).`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return no('This recording is cut off or is not a recording: it does not end as JSON should.');
  }
  if (
    typeof data !== 'object' ||
    data === null ||
    (data as { format?: unknown }).format !== RECORDING_FORMAT
  )
    return no('This file is not a recording of Blast Radius.');
  const { checksum, ...body } = data as Record<string, unknown>;
  if (body['version'] !== RECORDING_VERSION)
    return no(
      `This recording is of format ${String(body['version'])}; this version of the game reads format ${RECORDING_VERSION}.`,
    );
  if (body['simulator'] !== SIMULATOR_VERSION)
    return no(
      `This recording was made by simulator version ${String(body['simulator'])}; this is version ${SIMULATOR_VERSION}, in which the same moves lead elsewhere.`,
    );
  if (checksum !== hashString(JSON.stringify(body)))
    return no('This recording was altered after it was made: its checksum does not fit.');
  return { ok: true, value: body };
}
