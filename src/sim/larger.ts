/** The same fault, larger: an incident may grow while nobody acts. */
import type { Fault } from './faults.ts';

const share = (value: number, factor: number): number => Math.min(1, value * factor);
const less = (value: number, factor: number): number => Math.max(1, Math.round(value / factor));
/** A factor further from 1 by as much as `by` says. */
const further = (value: number, by: number): number => Math.max(0, 1 + (value - 1) * by);

/** A fault whose size is not a number comes back as it is. */
export function larger(fault: Fault, factor: number): Fault {
  switch (fault.kind) {
    case 'history-truncation':
      return { ...fault, keep: less(fault.keep, factor) };
    case 'non-finite-scores':
      return { ...fault, aboveActions: less(fault.aboveActions, factor) };
    case 'lost-shards':
      return { ...fault, shards: Math.min(16, fault.shards * factor) };
    case 'embedding-skew':
      return { ...fault, agreement: fault.agreement / factor };
    case 'feature':
    case 'lost-history':
    case 'stale-histories':
    case 'dropped-best':
    case 'over-blocking':
    case 'fails-open':
    case 'arm-leak':
    case 'pool-share':
    case 'unpainted':
    case 'crash':
    case 'lost-events':
    case 'aggregator-loss':
    case 'shallow-labels':
    case 'join-loss':
      return { ...fault, share: share(fault.share, factor) };
    case 'label-leak':
      return fault.share === undefined ? fault : { ...fault, share: share(fault.share, factor) };
    case 'cold-start-prior':
      return { ...fault, pseudoCounts: fault.pseudoCounts / factor };
    case 'score-shift':
    case 'tier-shift':
    case 'topic-shift':
      return { ...fault, logit: fault.logit * factor };
    case 'quota':
    case 'utility-weight':
    case 'exploration':
    case 'traffic':
    case 'capacity':
    case 'hot-shard':
    case 'campaign':
    case 'supply':
      return { ...fault, factor: further(fault.factor, factor) };
    case 'diversity':
      return { ...fault, topic: further(fault.topic, factor), look: further(fault.look, factor) };
    case 'slate-cache':
    case 'late-events':
    case 'misaligned-panels':
      return { ...fault, minutes: fault.minutes * factor };
    case 'label-window':
      return { ...fault, minutes: fault.minutes / factor };
    case 'latency':
      return { ...fault, ms: fault.ms * factor };
    case 'retries':
      return { ...fault, times: fault.times * factor };
    case 'duplicate-events':
      return { ...fault, extra: fault.extra * factor };
    case 'unnormalised-popularity':
      return { ...fault, exponent: fault.exponent * factor };
    case 'online-training':
      return { ...fault, speed: fault.speed * factor };
    case 'negative-weight':
      return { ...fault, keep: fault.keep / factor };
    case 'season':
      return { ...fault, interest: further(fault.interest, factor) };
    case 'save-bots':
      return fault.times === undefined
        ? { ...fault, savesPerDay: (fault.savesPerDay ?? 0) * factor }
        : { ...fault, times: fault.times * factor };
    case 'clickbait-uploads':
      return { ...fault, appeal: fault.appeal * factor };
    case 'stale-index':
    case 'stale-features':
    case 'shard-defaults':
    case 'reserved-slots':
    case 'unhashed-dropped':
    case 'stalled-training':
    case 'lost-onboarding':
      return fault;
  }
}
