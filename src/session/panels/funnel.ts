/** Candidates → ranked → shown → saved, by generator, now and before: where along the way something is lost. */
import { GENERATORS } from '../../sim/generators.ts';
import type { Scope } from '../../sim/segments.ts';
import { examination } from '../../sim/people/respond.ts';
import { HOME, SOURCE_COUNT, HEAD_COUNT, SAVE } from '../../sim/presets.ts';
import { homeRequest, serve } from '../../sim/serving/serve.ts';
import { slateEntropy } from '../../sim/telemetry/entropy.ts';
import type { World } from '../../sim/world.ts';
import type { Run } from '../run.ts';
import type { BarsPanel } from '../view.ts';
import { SOURCE_WORDS } from '../sourceWords.ts';
import { scopeWords } from '../words.ts';
import { signed, type PanelFrame } from './frame.ts';
import { sampleOf, type Sampled } from './sample.ts';

interface Funnel {
  readonly candidates: Float64Array;
  readonly shown: Float64Array;
  /** Candidates that the policy filter took out, per request; none where it is switched off. */
  stopped: number;
  entropy: number;
  stated: number;
  slots: number;
}

function walk(world: World, sample: readonly Sampled[]): Funnel {
  const out: Funnel = {
    candidates: new Float64Array(SOURCE_COUNT),
    shown: new Float64Array(SOURCE_COUNT),
    stopped: 0,
    entropy: 0,
    stated: 0,
    slots: 0,
  };
  const home = world.scratch.slates[HOME]!;
  let requests = 0;
  for (const { person, salt } of sample) {
    serve(world, homeRequest(person, salt), world.tick, home);
    requests++;
    out.stopped += world.scratch.rejected;
    for (let c = 0; c < world.scratch.candidates; c++) {
      const g = world.scratch.candidateGenerator[c]!;
      out.candidates[g] = out.candidates[g]! + 1;
    }
    for (let p = 0; p < home.length; p++) {
      const g = home.generator[p]!;
      out.shown[g] = out.shown[g]! + 1;
      const stated = home.stated[p * HEAD_COUNT + SAVE]!;
      if (stated === stated) out.stated += examination(p) * stated;
      out.slots++;
    }
    out.entropy += slateEntropy(world.ideas, home);
  }
  const n = Math.max(1, requests);
  for (let g = 0; g < SOURCE_COUNT; g++) {
    out.candidates[g] = out.candidates[g]! / n;
    out.shown[g] = (100 * out.shown[g]!) / Math.max(1, out.slots);
  }
  out.stopped /= n;
  out.entropy /= n;
  return out;
}

/** A change of a figure by less than this share of what it was is its place. */
const IN_PLACE = 0.12;

/** The filter in words, where it takes out clearly more or fewer than it did. */
function filterWords(now: number, before: number): string {
  if (Math.abs(now - before) <= IN_PLACE * before) return '';
  return ` The policy filter takes out ${now.toFixed(1)} candidates a request (before ${before.toFixed(1)}).`;
}

export function funnelPanel(run: Run, scope: Scope, frame: PanelFrame): BarsPanel {
  const sample = sampleOf(run, scope);
  const { live, twin } = run.pair;
  const now = walk(live, sample);
  const before = walk(twin ?? live, sample);
  const bar = (
    label: string,
    a: number,
    b: number,
  ): BarsPanel['groups'][number]['bars'][number] => ({
    label,
    now: a,
    before: b,
    error: null,
    flag: b > 0 && Math.abs(a / b - 1) > IN_PLACE,
  });
  const labels = GENERATORS.map((id) => SOURCE_WORDS[id]);
  const changed = GENERATORS.map((_, g) => ({
    label: labels[g]!,
    change: before.shown[g]! > 0 ? 100 * (now.shown[g]! / before.shown[g]! - 1) : 0,
  })).filter((c) => Math.abs(c.change) > 100 * IN_PLACE);
  const stated = before.stated === 0 ? 0 : 100 * (now.stated / before.stated - 1);
  return {
    ...frame,
    kind: 'bars',
    title: `Funnel by stage, ${scopeWords(scope)}`,
    unit: '',
    summary:
      sample.length === 0
        ? 'Nobody in this scope made a request.'
        : `${sample.length} requests on Home. ${changed.length === 0 ? 'Every source keeps its place among candidates and in the slate.' : `In the slate: ${changed.map((c) => `${c.label} ${signed(c.change, 0)}`).join(', ')}.`}${filterWords(now.stopped, before.stopped)} Saves stated by the ranker ${signed(stated)}; topic entropy of the slate ${now.entropy.toFixed(2)} (before ${before.entropy.toFixed(2)}).`,
    help: 'Candidates per request by source, those the policy filter took out, share of shown slots by source, and variety after blending; beside it the same requests as they were served before anything changed.',
    groups: [
      {
        label: 'Candidates per request',
        bars: labels.map((label, g) => bar(label, now.candidates[g]!, before.candidates[g]!)),
      },
      {
        label: 'Taken out by the policy filter, per request',
        bars: [bar('candidates', now.stopped, before.stopped)],
      },
      {
        label: 'Share of shown slots, %',
        bars: labels.map((label, g) => bar(label, now.shown[g]!, before.shown[g]!)),
      },
      {
        label: 'After blending',
        bars: [
          bar('topic entropy@25', now.entropy, before.entropy),
          bar(
            'stated saves per 100 slots',
            (100 * now.stated) / Math.max(1, now.slots),
            (100 * before.stated) / Math.max(1, before.slots),
          ),
        ],
      },
    ],
  };
}
