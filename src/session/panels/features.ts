/** Distributions of the inputs a request reads, per ranker version in service, now and before. */
import { HOME, EMBED_DIMS, TOPIC_COUNT } from '../../sim/presets.ts';
import { FEATURES } from '../../sim/faults.ts';
import { AT_DEFAULT } from '../../sim/serving/effectsShape.ts';
import type { Scope } from '../../sim/segments.ts';
import { homeRequest, serve } from '../../sim/serving/serve.ts';
import type { World } from '../../sim/world.ts';
import type { Run } from '../run.ts';
import type { BarsPanel } from '../view.ts';
import { scopeWords } from '../words.ts';
import { signed, type PanelFrame } from './frame.ts';
import { sampleOf, type Sampled } from './sample.ts';

interface Inputs {
  actions: number;
  topics: number;
  norm: number;
  likeness: number;
  rate: number;
  n: number;
  /** Requests on which an input stood at its default, in the order of FEATURES. */
  readonly atDefault: number[];
}

/** Means over a sample of what the feature store handed to the ranker. */
function inputsOf(world: World, sample: readonly Sampled[]): Inputs {
  const sum: Inputs = {
    actions: 0,
    topics: 0,
    norm: 0,
    likeness: 0,
    rate: 0,
    n: 0,
    atDefault: FEATURES.map(() => 0),
  };
  const { userEmbedding, topicShare, effects } = world.scratch;
  const home = world.scratch.slates[HOME]!;
  for (const { person, salt } of sample) {
    serve(world, homeRequest(person, salt), world.tick, home);
    sum.n++;
    FEATURES.forEach((_, f) => {
      if (effects.featureMode[f] === AT_DEFAULT) sum.atDefault[f] = sum.atDefault[f]! + 1;
    });
    sum.actions += Math.min(world.people.historyLength[person]!, world.scratch.loadedCap);
    let norm = 0;
    for (let d = 0; d < EMBED_DIMS; d++) norm += userEmbedding[d]! * userEmbedding[d]!;
    sum.norm += Math.sqrt(norm);
    for (let t = 0; t < TOPIC_COUNT; t++) if (topicShare[t]! > 0.22) sum.topics++;
    for (let p = 0; p < home.length; p++) {
      sum.likeness += home.dot[p]! / home.length;
      sum.rate += world.counters.logRate[home.item[p]!]! / home.length;
    }
  }
  return sum;
}

export function featuresPanel(run: Run, scope: Scope, frame: PanelFrame): BarsPanel {
  const { live, twin } = run.pair;
  const sample = sampleOf(run, scope, 480);
  const versions = [...new Set(sample.map((s) => s.version))].sort();
  const atDefault = FEATURES.map(() => 0);
  const groups = versions.map((version) => {
    const mine = sample.filter((s) => s.version === version);
    const a = inputsOf(live, mine);
    const b = inputsOf(twin ?? live, mine);
    a.atDefault.forEach((n, f) => (atDefault[f] = atDefault[f]! + n));
    const bar = (
      label: string,
      x: number,
      y: number,
    ): BarsPanel['groups'][number]['bars'][number] => ({
      label,
      now: x / Math.max(1, a.n),
      before: y / Math.max(1, b.n),
      error: null,
      flag: y !== 0 && Math.abs(x / y - 1) > 0.1,
    });
    return {
      label: `Requests served by ${version}`,
      bars: [
        bar('actions of history read', a.actions, b.actions),
        bar('topics in the profile', a.topics, b.topics),
        bar('length of the person’s embedding', a.norm, b.norm),
        bar('likeness of shown ideas', a.likeness, b.likeness),
        bar('popularity feature, log', a.rate, b.rate),
      ],
    };
  });
  const flagged = groups.flatMap((g) =>
    g.bars
      .filter((b) => b.flag && b.before !== null && b.before !== 0)
      .map(
        (b) =>
          `${g.label.replace('Requests served by ', '')}: ${b.label} ${signed(100 * (b.now / (b.before ?? 1) - 1), 0)}`,
      ),
  );
  const defaults = defaultsWords(atDefault, sample.length);
  return {
    ...frame,
    kind: 'bars',
    title: `Inputs of the ranker, ${scopeWords(scope)}`,
    unit: '',
    summary:
      sample.length === 0
        ? 'Nobody in this scope made a request.'
        : flagged.length === 0
          ? `Inputs of ${sample.length} requests look as they did before: nothing shifted by more than a tenth. ${defaults}`
          : `Inputs of ${sample.length} requests. Shifted by more than a tenth: ${flagged.join('; ')}. ${defaults}`,
    help: 'Means over the sampled requests, by the version that served them; “before” is the same people before anything changed.',
    groups,
  };
}

/** Which inputs were not there, so that the ranker read a default in their place. */
function defaultsWords(atDefault: readonly number[], requests: number): string {
  const found = FEATURES.flatMap((feature, f) =>
    atDefault[f] === 0 ? [] : [`${feature} on ${Math.round((100 * atDefault[f]!) / requests)} %`],
  );
  return found.length === 0
    ? 'No input stood at its default.'
    : `At the default: ${found.join(', ')} of the requests.`;
}
