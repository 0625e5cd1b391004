/**
 * The pipeline as any company would have it on a wall: what is served by topic and by generator, now and before,
 * versions and ages. Health is read from the free strip and from these shares, never from what is true of the world.
 */
import {
  dayOf,
  durationLabel,
  minuteOfDay,
  MINUTES_PER_HOUR,
  MINUTES_PER_DAY,
  tickLabel,
} from '../sim/clock.ts';
import { GENERATORS, type GeneratorId } from '../sim/interventions.ts';
import { REFRESH_MINUTES } from '../sim/jobs.ts';
import { TOPIC_COUNT, TOPICS } from '../sim/presets.ts';
import { EVERYONE } from '../sim/segments.ts';
import { groupBy, groupShares } from '../sim/telemetry/readings.ts';
import type { DayTally } from '../sim/telemetry/tally.ts';
import { orderKeys } from './keys.ts';
import { withError } from './panels/frame.ts';
import { now, type Run } from './run.ts';
import { SOURCE_WORDS } from './sourceWords.ts';
import type { PipelineStage, PipelineView, ShareView, StripTile } from './view.ts';

type Health = StripTile['state'];

/** Impressions of the running day from which on its shares can be read; until then yesterday's stand. */
const ENOUGH = 2_000;
/** Days the shares before are taken over: weekday swings cancel. */
const BEFORE_DAYS = 14;
/** A generator's share is watched from this relative change on, unless it is less than three points. */
const SHARE_WATCH = 0.25;
const SHARE_LEAST = 0.03;
/** The stream is watched, and bad, once it is this much less varied than before. */
const VARIETY_WATCH = 0.9;
const VARIETY_BAD = 0.7;
/** Hours after which a nightly training is late, and then missing. */
const TRAINING_LATE = 26 * 60;
const TRAINING_MISSING = 50 * 60;

/** Names of the sources with a capital: they stand alone. */
function sourceLabel(id: GeneratorId): string {
  const words = SOURCE_WORDS[id];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function pipelineOf(run: Run, strip: readonly StripTile[]): PipelineView {
  const { live } = run.pair;
  const yesterday = live.tallies[live.tallies.length - 1];
  const early = live.today.impressions < ENOUGH && yesterday !== undefined;
  const shown = early ? yesterday : live.today;
  const before = beforeOf(run);
  const topics = sharesOf(
    TOPICS.map((label) => ({ id: label, label })),
    (t) => t.byTopic,
    [shown],
    before,
  );
  const generators = sharesOf(
    GENERATORS.map((id) => ({ id, label: sourceLabel(id) })),
    (t) => t.byGenerator,
    [shown],
    before,
  );
  const stages = stagesOf(run, strip, topics, generators);
  const covers = early ? 'yesterday' : 'today';
  return {
    covers,
    topics,
    generators,
    stages,
    summary: summaryOf(covers, topics, generators, stages),
  };
}

/** Days of the world in which nothing happened, before the two parted. */
function beforeOf(run: Run): readonly DayTally[] {
  const { pair } = run;
  const parted = dayOf(pair.forkTick);
  return (pair.twin ?? pair.live).tallies
    .filter((t) => t.day >= 2 && t.day < Math.max(3, parted))
    .slice(-BEFORE_DAYS);
}

function sharesOf(
  names: readonly { readonly id: string; readonly label: string }[],
  counts: (tally: DayTally) => Float64Array,
  now: readonly DayTally[],
  before: readonly DayTally[],
): ShareView[] {
  const current = shares(names.length, now.map(counts));
  const past = before.length === 0 ? current : shares(names.length, before.map(counts));
  return names.map((name, i) => ({ ...name, now: current[i]!, before: past[i]! }));
}

/** Parts of the sum; all alike where there is nothing yet. */
function shares(length: number, days: readonly Float64Array[]): number[] {
  const sums = Array.from({ length }, (_, i) => days.reduce((sum, day) => sum + day[i]!, 0));
  const total = sums.reduce((a, b) => a + b, 0);
  return sums.map((sum) => (total === 0 ? 1 / length : sum / total));
}

/** How many equal topics would be as varied: one over the sum of squares (Hill number of order 2). */
function variety(values: readonly number[]): number {
  return 1 / values.reduce((sum, v) => sum + v * v, 0);
}

function stagesOf(
  run: Run,
  strip: readonly StripTile[],
  topics: readonly ShareView[],
  generators: readonly ShareView[],
): PipelineStage[] {
  const { live } = run.pair;
  const tick = now(run);
  const indexAge = ageLabel(tick - live.index.builtTick);
  const serving = servingOf(run);
  const plain = { running: true, version: '', age: '' } as const;
  const made = generators.map((share, g): PipelineStage => {
    const id = GENERATORS[g]!;
    const running = !live.control.killed.includes(id);
    return {
      id,
      label: share.label,
      health: running ? shareHealth(share) : 'fine',
      running,
      version: '',
      age:
        id === 'popular'
          ? `counts ${durationLabel(tick % REFRESH_MINUTES)} old`
          : `index ${indexAge} old`,
      note: running ? shareWords(share) : 'switched off by your order',
    };
  });
  return [
    { ...plain, id: 'clients', label: 'Clients', ...fromStrip(strip, ['sessions']) },
    ...made,
    {
      ...plain,
      id: 'ranker',
      label: 'Ranker',
      version: serving.map((v) => `${v.version} ${Math.round(100 * v.share)} %`).join(' · '),
      age: weightsAge(run, serving),
      ...fromStrip(strip, ['p99_ms']),
    },
    { ...plain, id: 'blending', label: 'Blending', ...varietyOf(topics, strip) },
    {
      ...plain,
      id: 'slate',
      label: 'Slate',
      ...fromStrip(strip, ['save_rate', 'hide_rate', 'head_share']),
    },
    { ...plain, id: 'log', label: 'Event log', ...fromStrip(strip, ['saves', 'server_saves']) },
    { ...plain, id: 'training', label: 'Training', ...trainingOf(run) },
  ];
}

function worst(states: readonly Health[]): Health {
  return states.includes('bad') ? 'bad' : states.includes('watch') ? 'watch' : 'fine';
}

/** The worst of the strip's own states among tiles that are read at a stage, and those tiles in words. */
function fromStrip(
  strip: readonly StripTile[],
  ids: readonly string[],
): Pick<PipelineStage, 'health' | 'note'> {
  const tiles = strip.filter((tile) => ids.includes(tile.id));
  return {
    health: worst(tiles.map((tile) => tile.state)),
    note: tiles.map(tileWords).join('; '),
  };
}

function tileWords(tile: StripTile): string {
  const name = tile.id === 'p99_ms' ? tile.label : lowerFirst(tile.label);
  if (tile.deviation === null || tile.error === null) return `${name} ${tile.value}`;
  return `${name} ${withError(tile.deviation, tile.error)}`;
}

/** A share that moved is worth a look; whether that is bad, a share cannot say. */
function shareHealth({ now: current, before }: ShareView): Health {
  const change = Math.abs(current - before);
  return change >= SHARE_LEAST && change > SHARE_WATCH * before ? 'watch' : 'fine';
}

function varietyOf(
  topics: readonly ShareView[],
  strip: readonly StripTile[],
): Pick<PipelineStage, 'health' | 'note'> {
  const current = variety(topics.map((t) => t.now));
  const before = variety(topics.map((t) => t.before));
  const ratio = current / before;
  const own: Health = ratio < VARIETY_BAD ? 'bad' : ratio < VARIETY_WATCH ? 'watch' : 'fine';
  const ideas = fromStrip(strip, ['unique_items']);
  const words = `as varied as ${current.toFixed(1)} of ${TOPIC_COUNT} topics, before ${before.toFixed(1)}`;
  return {
    health: worst([own, ideas.health]),
    note: ideas.note === '' ? words : `${words}; ${ideas.note}`,
  };
}

interface Serving {
  readonly version: string;
  readonly share: number;
}

/** Versions that rank a part of the traffic one can see, the newest first. */
function servingOf(run: Run): Serving[] {
  const grouping = groupBy(run.observer, ['model'], EVERYONE, 'all', now(run));
  const traffic = groupShares(run.observer, grouping);
  const total = traffic.reduce((a, b) => a + b, 0);
  return orderKeys(run, 'model', grouping.keys)
    .map((version) => ({
      version,
      share: traffic[grouping.keys.indexOf(version)]! / (total || 1),
    }))
    .filter(({ share }) => share >= 0.005);
}

/** Since the newest weights among those in service were trained. */
function weightsAge(run: Run, serving: readonly Serving[]): string {
  const trained = run.pair.live.lines
    .filter((line) => serving.some((v) => v.version === line.version) && line.served.rows > 0)
    .map((line) => line.served.trainedTick);
  return trained.length === 0 ? '' : `weights ${ageLabel(now(run) - Math.max(...trained))} old`;
}

function trainingOf(run: Run): Pick<PipelineStage, 'health' | 'note' | 'age'> {
  const { live } = run.pair;
  const { trainingMinute } = run.scenario.world;
  const tick = now(run);
  const trained = live.lines.flatMap((line) =>
    line.snapshots.filter((s) => s.rows > 0).map((s) => s.trainedTick),
  );
  const age = trained.length === 0 ? null : tick - Math.max(...trained);
  const minute = minuteOfDay(tick);
  const next = tick - minute + trainingMinute + (minute < trainingMinute ? 0 : MINUTES_PER_DAY);
  return {
    health:
      age === null || age <= TRAINING_LATE ? 'fine' : age <= TRAINING_MISSING ? 'watch' : 'bad',
    age: age === null ? '' : `last run ${ageLabel(age)} ago`,
    note: live.control.skipTraining
      ? `${tickLabel(next)} is to be skipped, by your order`
      : `next run ${tickLabel(next)}`,
  };
}

function shareWords({ now: current, before }: ShareView): string {
  return `${percent(current)} of impressions, before ${percent(before)}`;
}

/** The topic and the generator that moved most, the versions, and the stages to look at: one sentence. */
function summaryOf(
  covers: string,
  topics: readonly ShareView[],
  generators: readonly ShareView[],
  stages: readonly PipelineStage[],
): string {
  const largest = topics.reduce((a, b) => (b.now > a.now ? b : a));
  const moved = generators.reduce((a, b) =>
    Math.abs(b.now - b.before) > Math.abs(a.now - a.before) ? b : a,
  );
  const version = stages.find((stage) => stage.id === 'ranker')?.version ?? '';
  const named = (health: Health): string =>
    stages
      .filter((stage) => stage.health === health)
      .map((stage) => lowerFirst(stage.label))
      .join(', ');
  const [bad, watch] = [named('bad'), named('watch')];
  const parts = [
    `Of what was shown ${covers}, ${largest.label} take ${shareWords(largest).replace(' of impressions', '')}`,
    `the source ${lowerFirst(moved.label)} gives ${shareWords(moved).replace(' of impressions', '')}`,
    `ranked by ${version}`,
    bad === '' && watch === ''
      ? 'every stage is fine'
      : [bad === '' ? '' : `bad: ${bad}`, watch === '' ? '' : `to watch: ${watch}`]
          .filter((part) => part !== '')
          .join(', '),
  ];
  return `${parts.join('; ')}.`;
}

/** Ages need no minutes once there are hours. */
function ageLabel(minutes: number): string {
  const rest = minutes < 2 * MINUTES_PER_HOUR ? 0 : minutes % MINUTES_PER_HOUR;
  return durationLabel(minutes - rest);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
