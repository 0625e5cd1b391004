/** Which motif a topic gets. By its label where we know it, so that a renumbered topic keeps its picture. */
import * as home from './motifsHome.ts';
import * as life from './motifsLife.ts';
import type { Motif } from './shapes.ts';

export const MOTIFS: readonly (readonly [string, Motif])[] = [
  ['kitchens', home.kitchens],
  ['weddings', life.weddings],
  ['gardens', life.gardens],
  ['lamps', home.lamps],
  ['quilts', home.quilts],
  ['bread', life.bread],
  ['hairstyles', life.hairstyles],
  ['nails', life.nails],
  ['travel', life.travel],
  ['bookshelves', home.bookshelves],
  ['ceramics', home.ceramics],
  ['sneakers', life.sneakers],
  ['nurseries', home.nurseries],
  ['birthday cakes', life.birthdayCakes],
  ['bathrooms', home.bathrooms],
  ['tattoos', life.tattoos],
  ['knitting', home.knitting],
  ['salads', life.salads],
  ['balconies', home.balconies],
  ['posters', home.posters],
  ['camping', life.camping],
  ['wardrobes', home.wardrobes],
  ['puppies', life.puppies],
  ['lettering', life.lettering],
];

const BY_LABEL: ReadonlyMap<string, Motif> = new Map(MOTIFS);

/** Letters and words must not be mirrored. */
export const mirrors = (motif: Motif): boolean => motif !== life.lettering;

export const motifOf = (topic: number, label: string): Motif =>
  BY_LABEL.get(label) ??
  MOTIFS[((topic % MOTIFS.length) + MOTIFS.length) % MOTIFS.length]?.[1] ??
  life.lettering;
