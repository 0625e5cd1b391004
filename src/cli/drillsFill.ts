/** Draws drills and proves them until a pool is full. Each proof is a file, so that what was done is not done again. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIFFICULTIES, drillId, drillNamed } from '../drills/nameFormat.ts';
import { planOf } from '../drills/plan.ts';
import { lackOf, stampOf } from '../drills/pool.ts';
import { proveDrill, type DrillProof } from '../drills/prove.ts';
import { sourceOf } from '../drills/source.ts';

/** Git ignores it, and so does everything else. */
export const DEFAULT_FOLDER = join('node_modules', '.cache', 'blast-radius', 'drills');

export interface KeptProof extends DrillProof {
  /** Of the drill as it was drawn: what was drawn otherwise under the same name is not counted. */
  readonly stamp: string;
  readonly simulator: string;
}

export interface Filling {
  /** Drills wanted. */
  readonly size: number;
  readonly minutes: number;
  readonly shard: { readonly index: number; readonly of: number };
  readonly folder: string;
  readonly simulator: string;
}

/** Numbers of a difficulty that are tried before one gives up. */
const MOST_NUMBERS = 2000;

export function fill({ size, minutes, shard, folder, simulator }: Filling): void {
  mkdirSync(folder, { recursive: true });
  const until = Date.now() + 60_000 * minutes;
  const lack = lackOf(size);
  let tried = 0;
  let survived = 0;
  for (let number = shard.index; number < MOST_NUMBERS; number += shard.of)
    for (const difficulty of DIFFICULTIES) {
      if (lack.isFilled() || Date.now() >= until) return;
      const name = { difficulty, number };
      const { newest, family } = planOf(name);
      const kind = { difficulty, newest, family };
      if (!lack.wants(kind)) continue;
      const proof =
        keptProof(folder, drillId(name), simulator) ?? proveAndKeep(folder, name, simulator);
      tried++;
      if (proof.refuted.length > 0) continue;
      survived++;
      lack.take(kind);
      console.error(`${survived} of ${tried} proven, wanted ${size}: ${proof.id}`);
    }
}

function proveAndKeep(
  folder: string,
  name: Parameters<typeof proveDrill>[0],
  simulator: string,
): KeptProof {
  const proof: KeptProof = {
    ...proveDrill(name),
    stamp: stampOf(sourceOf(name)),
    simulator,
  };
  writeFileSync(join(folder, `${proof.id}.json`), `${JSON.stringify(proof)}\n`);
  return proof;
}

function keptProof(folder: string, id: string, simulator: string): KeptProof | null {
  const file = join(folder, `${id}.json`);
  if (!existsSync(file)) return null;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as KeptProof;
  return isValid(kept, simulator) ? kept : null;
}

/** Proofs of other simulators, and of drills that have since become others, are forgotten. */
function isValid({ id, stamp, simulator: of }: KeptProof, simulator: string): boolean {
  const name = drillNamed(id);
  return of === simulator && name !== null && stamp === stampOf(sourceOf(name));
}

export function keptProofs(folder: string, simulator: string): KeptProof[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as KeptProof)
    .filter((kept) => isValid(kept, simulator));
}
