/** Settings that a change may have touched, by its words. What is put back where nothing was touched stays as it is. */
import type { View } from '../../session/view.ts';
import type { SettingId } from '../../sim/settings.ts';
import { nearest } from './suspects.ts';

/** Most telling first: a text is about the first of them that it has words of. */
const ABOUT: readonly (readonly [SettingId, RegExp])[] = [
  ['onboarding-parser', /\bsign-?up|\bonboarding|\bdeclared\b/i],
  ['filter-timeout', /\btime-?outs?\b|\bdeadlines?\b/i],
  ['cache-key', /\bcache keys?\b/i],
  ['slate-cache', /cache|\bkept slates\b|ttl/i],
  ['tier-normalisation', /\bnormalis/i],
  ['cold-start-prior', /\bpriors?\b/i],
  ['training-schedule', /\bschedule|\bfresh updates\b/i],
  ['training-path', /\bpaths?\b/i],
  ['negative-sampling', /\bnegatives?\b/i],
  ['label-join', /\blabel join\b|\bjoin/i],
  ['label-window', /\blabel|\bhours after\b/i],
  ['top-k', /\bbest of\b|\btop[- ]k\b/i],
  ['balancer', /\bbalancer?\b/i],
  ['retry-policy', /\bretr(y|ies)|\basked again\b/i],
  ['filter-threshold', /\bthreshold/i],
  ['source-quotas', /\bquotas?\b/i],
  ['diversity', /\bspacing\b|\bdiversity\b/i],
  ['exploration', /\bexploration\b/i],
  ['slot-rules', /\bslots?\b/i],
  ['utility-weights', /\bblend|\bmix\b|\bweights\b/i],
  ['feature-config', /\bfeatures?\b/i],
  ['metric-job', /\bsave job\b|\bmetric job\b/i],
  ['panel-alignment', /\bpanels?\b/i],
];

/** Minutes about the onset within which a change may be behind it. */
export const NEAR = { minutes: 12 * 60, days: 4 * 24 * 60 } as const;

/** Kinds of change that set something. */
const SETS: ReadonlySet<string> = new Set(['config', 'code', 'data', 'model']);

/** Settings that changes within `near` minutes of the onset may have touched, the nearest first. */
export function settingsNear(view: View, onset: number, near: number): SettingId[] {
  const touched = nearest(view, onset)
    .filter(({ kind, tick }) => SETS.has(kind) && Math.abs(tick - onset) <= near)
    .flatMap(({ text }) => ABOUT.find(([, words]) => words.test(text))?.[0] ?? []);
  return [...new Set(touched)];
}
