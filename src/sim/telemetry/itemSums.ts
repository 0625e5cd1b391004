/**
 * Sums over the slots of the panel by cells of ideas, and of people and ideas: what the world serves against what its
 * twin does, on the same requests. Members fall into groups, so that the luck of the sample can be measured by leaving
 * one group out.
 */
import { hash32, subKey } from '../../determinism/random.ts';
import { minuteOfDay, MINUTES_PER_DAY } from '../clock.ts';
import {
  V_CLOSEUPS,
  V_HIDES,
  V_IMPRESSIONS,
  V_REQUESTS,
  V_SAVES,
  VALUE_COUNT,
  type PanelValues,
} from '../panel/evaluate.ts';
import { DECODED, SLOT_START, SLOT_STRIDE, SLOTS } from '../panel/slots.ts';
import { NO_IDEA } from '../people/people.ts';
import { minuteShare } from '../people/visits.ts';
import { SLATE_SIZES, SURFACE_COUNT } from '../presets.ts';
import { REGIONS } from '../segments.ts';
import { epochAt } from './epochs.ts';
import { clientsAt, type Observer } from './observer.ts';
import { NOISE } from './quantities.ts';
import { CLEAN_REPORT } from './reported.ts';

/** Columns of a cell: impressions, saves, closeups, hides. */
export const I_IMPRESSIONS = 0;
export const I_SAVES = 1;
export const I_CLOSEUPS = 2;
export const I_HIDES = 3;
export const I_COUNT = 4;
/** Groups of members that are left out one at a time. */
export const JACKKNIFE = 10;

export interface ItemCells {
  readonly count: number;
  /** Cell of a slot: by member × surface and by idea. −1: in none. */
  readonly ofPeople: Int16Array;
  readonly width: number;
  readonly liveCode: Uint8Array;
  readonly twinCode: Uint8Array;
}

export interface ItemSums {
  /** `cells × I_COUNT`: what is reported, with the noise of real traffic. */
  readonly shown: Float64Array;
  /** `(cells × JACKKNIFE) × I_COUNT`: the same without that noise, and the fault-free expectation. */
  readonly live: Float64Array;
  readonly base: Float64Array;
  /** What all people do in the fault-free world, by column. */
  readonly totals: Float64Array;
  /** `cells × ideas`: 1 where an idea of the cell was shown. */
  readonly liveShown: readonly Set<number>[];
  readonly baseShown: readonly Set<number>[];
}

const KEPT_ACTS = ['saves', 'closeups', 'hides'] as const;
const NOISES = [
  NOISE.loggedImpressions.cell,
  NOISE.loggedSaves.cell,
  NOISE.loggedCloseups.cell,
  NOISE.loggedHides.cell,
] as const;
const VALUES = [V_IMPRESSIONS, V_SAVES, V_CLOSEUPS, V_HIDES] as const;

/** Nearly standard normal: the sum of four bytes of a hash. Slots are many, and this is what they cost. */
function luckOf(key: number, slot: number, column: number): number {
  const h = hash32(key, slot, column) >>> 0;
  return ((h & 255) + ((h >>> 8) & 255) + ((h >>> 16) & 255) + (h >>> 24) - 510) / 147.8;
}

/** Null where the worlds have not parted or slots were not kept. `hours`: of traffic behind the reading. */
export function itemSums(
  observer: Observer,
  cells: ItemCells,
  tick: number,
  hours: number,
): ItemSums | null {
  const { pair } = observer;
  if (pair.epochs.length === 0) return null;
  const epoch = epochAt(pair, Math.min(tick, pair.live.tick));
  const before = tick < pair.forkTick;
  const live = before ? epoch.twin : epoch.live;
  if (live.slots === null || epoch.twin.slots === null) return null;
  // Over a day every region has the same number of hours.
  const level = REGIONS.map((_, r) =>
    hours >= 24 ? 1 : minuteShare(r, minuteOfDay(tick)) * MINUTES_PER_DAY,
  );
  const sums: ItemSums = {
    totals: totalsOf(observer, epoch.twin, level),
    shown: new Float64Array(cells.count * I_COUNT),
    live: new Float64Array(cells.count * JACKKNIFE * I_COUNT),
    base: new Float64Array(cells.count * JACKKNIFE * I_COUNT),
    liveShown: Array.from({ length: cells.count }, () => new Set<number>()),
    baseShown: Array.from({ length: cells.count }, () => new Set<number>()),
  };
  const codes = before ? cells.twinCode : cells.liveCode;
  const pass = { observer, cells, level, tick, hours, totals: sums.totals };
  add(pass, live, codes, sums.live, sums.liveShown, sums.shown);
  add(pass, epoch.twin, cells.twinCode, sums.base, sums.baseShown, null);
  return sums;
}

/** What the members that are recorded do in all, by column. */
function totalsOf(observer: Observer, panel: PanelValues, level: readonly number[]): Float64Array {
  const { live, panel: members } = observer.pair;
  const totals = new Float64Array(I_COUNT);
  for (let m = 0; m < members.person.length; m += SLOT_STRIDE) {
    const weight =
      members.share[m]! * panel.visits[m]! * level[live.people.region[members.person[m]!]!]!;
    for (let s = 0; s < SURFACE_COUNT; s++) {
      const at = (m * SURFACE_COUNT + s) * VALUE_COUNT;
      for (let c = 0; c < I_COUNT; c++)
        totals[c] = totals[c]! + weight * panel.values[at + VALUES[c]!]!;
    }
  }
  return totals;
}

interface Pass {
  readonly observer: Observer;
  readonly cells: ItemCells;
  /** Visits from each region at the minute, against its mean. */
  readonly level: readonly number[];
  readonly tick: number;
  readonly hours: number;
  readonly totals: Float64Array;
}

/** `shown`: gets what is reported, noise included; null for what nobody reports. */
function add(
  { observer, cells, level, tick, hours, totals }: Pass,
  panel: PanelValues,
  codes: Uint8Array,
  out: Float64Array,
  seen: readonly Set<number>[],
  shown: Float64Array | null,
): void {
  const { live, panel: members } = observer.pair;
  const slots = panel.slots!;
  const clients = clientsAt(observer, tick);
  const key = subKey(live.keys.noise, 9000 + (Math.floor(tick / 30) % 100_000));
  for (let m = 0; m < members.person.length; m += SLOT_STRIDE) {
    const group = (m / SLOT_STRIDE) % JACKKNIFE;
    const visits = panel.visits[m]! * level[live.people.region[members.person[m]!]!]!;
    const client = shown === null ? CLEAN_REPORT : clients[m]!;
    const factors = [
      (1 + client.impressionExtra - client.impressionLoss) * client.impressionKept,
      (1 + client.saveExtra - client.saveLoss + client.botSaves) * client.saveKept,
      (1 + client.closeupExtra - client.closeupLoss) * client.closeupKept,
      (1 + client.hideExtra - client.hideLoss) * client.hideKept,
    ];
    for (let s = 0; s < SURFACE_COUNT; s++) {
      const people = cells.ofPeople[m * SURFACE_COUNT + s]!;
      const asked = panel.values[(m * SURFACE_COUNT + s) * VALUE_COUNT + V_REQUESTS]!;
      if (people < 0 || asked === 0) continue;
      const share = members.share[m]! * visits * asked;
      const start = (m / SLOT_STRIDE) * SLOTS + SLOT_START[s]!;
      for (let p = 0; p < SLATE_SIZES[s]!; p++) {
        const idea = slots.item[start + p]!;
        if (idea === NO_IDEA) continue;
        const cell = people * cells.width + (codes[idea] ?? 0);
        seen[cell]!.add(idea);
        const at = (cell * JACKKNIFE + group) * I_COUNT;
        for (let c = 0; c < I_COUNT; c++) {
          const act = c === 0 ? null : KEPT_ACTS[c - 1]!;
          const chance = act === null ? 1 : DECODED[act][slots[act][start + p]!]!;
          const amount = share * chance * factors[c]!;
          out[at + c] = out[at + c]! + amount;
          if (shown === null) continue;
          const to = cell * I_COUNT + c;
          // As noise goes with one over the root of a share: here of all such acts in these hours.
          const luck = 0.01 * NOISES[c]! * luckOf(key, start + p, c);
          shown[to] = shown[to]! + amount + luck * Math.sqrt((amount * totals[c]!) / hours);
        }
      }
    }
  }
}
