/** Bands for impact, process and confidence. Kept apart, never multiplied, and each with its reason. */
import type { Band } from './debrief.ts';
import type { Findings } from './findings.ts';
import type { Judged } from './judged.ts';
import { leadingAt } from './leading.ts';
import { logbookOf } from './logbook.ts';

export interface BandResult {
  readonly id: 'impact' | 'process' | 'confidence';
  readonly label: string;
  readonly band: Band;
  readonly because: string;
}

export function bandsOf(run: Judged, findings: Findings): BandResult[] {
  return [impactBand(findings), processBand(null), confidenceBand(run)];
}

/** Lower edges of fair, good and strong, as a share of the way from the worse of doing nothing and a rollback to the best line. */
const IMPACT_EDGES = { fair: 0.25, good: 0.55, strong: 0.85 } as const;

export function impactBand({ impact, harm }: Findings): BandResult {
  const band: Band =
    impact >= IMPACT_EDGES.strong
      ? 'strong'
      : impact >= IMPACT_EDGES.good
        ? 'good'
        : impact >= IMPACT_EDGES.fair
          ? 'fair'
          : 'poor';
  const percent = Math.round(100 * impact);
  const place =
    impact > 1
      ? 'People fared better than under the best line we know.'
      : impact < 0
        ? 'People fared worse than if nothing had been done, or everyone had been rolled back.'
        : `What it cost people lies ${percent} % of the way from the worse of doing nothing and rolling everyone back to the best line we know.`;
  const against =
    harm.you === harm.nothing
      ? 'Doing nothing would have cost the same.'
      : harm.you < harm.nothing
        ? 'Doing nothing would have cost more.'
        : 'Doing nothing would have cost less.';
  return {
    id: 'impact',
    label: 'Impact',
    band,
    because: `${place} ${against} It is the outcome of one world, luck included.`,
  };
}

/** Lower edges of fair, good and strong, of ten. */
const PROCESS_EDGES = { fair: 2.5, good: 5, strong: 8 } as const;

/**
 * `score`: of ten, null where the moves were not weighed. Kept and broken principles are no ruler for moves: they overlap,
 * and some weigh more than others.
 */
export function processBand(score: number | null): BandResult {
  const label = 'Process';
  if (score === null)
    return {
      id: 'process',
      label,
      band: 'not exercised',
      because:
        'Moves are weighed under “What could be known”. The principles say what was kept; their count is not a score.',
    };
  const band: Band =
    score >= PROCESS_EDGES.strong
      ? 'strong'
      : score >= PROCESS_EDGES.good
        ? 'good'
        : score >= PROCESS_EDGES.fair
          ? 'fair'
          : 'poor';
  return {
    id: 'process',
    label,
    band,
    because:
      'By what your moves gave away of what was at stake, under what could be believed at each of them; how it came out does not count. It knows only the explanations an author wrote.',
  };
}

/** Upper edges of the mean Brier score. 60 % on what turns out true costs 0.16; 60 % on what does not, 0.36. */
const BRIER_EDGES = { strong: 0.0625, good: 0.16, fair: 0.36 } as const;

interface Stated {
  readonly when: string;
  readonly percent: number;
  readonly truth: boolean;
}

export function confidenceBand(run: Judged): BandResult {
  const stated = [atFirstChange(run), atClosing(run)].filter((s) => s !== null);
  const label = 'Confidence';
  if (stated.length === 0)
    return {
      id: 'confidence',
      label,
      band: 'not exercised',
      because: 'No confidence was stated, neither before the first change nor at closing.',
    };
  const brier =
    stated.reduce((sum, s) => sum + squared(s.percent - (s.truth ? 100 : 0)), 0) /
    // In whole per cent until here, so that a bound is met exactly.
    (10_000 * stated.length);
  const band: Band =
    brier <= BRIER_EDGES.strong
      ? 'strong'
      : brier <= BRIER_EDGES.good
        ? 'good'
        : brier <= BRIER_EDGES.fair
          ? 'fair'
          : 'poor';
  const said = stated
    .map(
      (s) =>
        `${Math.round(s.percent)} % ${s.when} on ${s.truth ? 'what it was' : 'something it was not'}`,
    )
    .join(', ');
  return {
    id: 'confidence',
    label,
    band,
    because: `You stated ${said}; squared error (Brier) ${brier.toFixed(2)}. One run is little evidence: an honest 60 % misses two times in five.`,
  };
}

const squared = (x: number): number => x * x;

/** The leading explanation on the board when production was first changed. */
function atFirstChange(run: Judged): Stated | null {
  const { d0 } = logbookOf(run);
  if (d0 === null) return null;
  const leading = leadingAt(run, d0.tick);
  return leading === null ? null : { when: 'before the first change', ...leading };
}

function atClosing(run: Judged): Stated | null {
  const { closed } = run.desk;
  if (closed === null || closed.cause === null) return null;
  const spec = run.scenario.hypotheses.find((h) => h.id === closed.cause);
  return { when: 'at closing', percent: closed.confidence, truth: spec?.truth ?? false };
}
