/**
 * What people say, day by day: the survey, tickets and bad reviews. Their noise is drawn member by member, so that the
 * parts of a cut add up to the whole.
 */
import { normal, subKey } from '../../../determinism/random.ts';
import { MINUTES_PER_DAY, dayOf } from '../../clock.ts';
import type { GaugeCut } from '../../gauges.ts';
import { weekdayFactor } from '../../people/visits.ts';
import { SESSIONS_PER_DAY_MILLIONS } from '../../presets.ts';
import { DIMENSIONS, type Dimension } from '../../segments.ts';
import { experienceOf } from '../experience.ts';
import { labelsAt, type Observer } from '../observer.ts';
import {
  ANSWERS_PER_DAY,
  CONTENT,
  REVIEWS_PER_TICKET,
  THEMES,
  ticketRates,
  worthOfTime,
  type Experience,
  type Theme,
} from '../voice.ts';
import { lineOf, type GaugeLine, type GaugeSeries, type GaugeSpan } from './line.ts';

const WEEK_DAYS = 7;
/** Streams of the survey, tickets and reviews; a theme has its own beside them. */
const STREAM = { worth: 8100, ticket_count: 8200, review_count: 8300 } as const;
type VoiceGauge = keyof typeof STREAM;
/** Share of the running day that has to be behind it before it is counted. */
const ENOUGH_OF_DAY = 1 / 12;

interface Group {
  readonly key: string;
  readonly members: readonly number[];
}

function groupsOf(observer: Observer, by: GaugeCut | null): Group[] {
  const n = observer.pair.panel.person.length;
  const dimension = DIMENSIONS.find((d): d is Dimension => d === by);
  const everyone = Array.from({ length: n }, (_, m) => m);
  if (dimension === undefined) return [{ key: 'all', members: everyone }];
  const labels = labelsAt(observer, dimension, observer.pair.live.tick);
  return [...new Set(labels)].map((key) => ({
    key,
    members: everyone.filter((m) => labels[m] === key),
  }));
}

/** Standard normal luck of a group: the sum of its members', each in proportion to the root of their share. */
function luck(observer: Observer, group: Group, stream: number, day: number): number {
  const { share } = observer.pair.panel;
  const key = subKey(observer.pair.live.keys.noise, stream);
  let sum = 0;
  let squares = 0;
  for (const m of group.members) {
    sum += Math.sqrt(share[m]!) * normal(key, m, day);
    squares += share[m]!;
  }
  return squares === 0 ? 0 : sum / Math.sqrt(squares);
}

/** A figure of a group on a day, as answered; `part`: how much of the day is over. And its standard error. */
interface Said {
  readonly value: number;
  readonly error: number;
}

function saidOf(
  observer: Observer,
  gauge: VoiceGauge,
  themes: readonly Theme[],
  group: Group,
  day: number,
  met: Experience,
  part: number,
): Said {
  const { share } = observer.pair.panel;
  const sessions = group.members.reduce((sum, m) => sum + share[m]!, 0) * weekdayFactor(day) * part;
  if (gauge === 'worth') {
    const mean = worthOfTime(met) / 100;
    const answers = Math.max(1, ANSWERS_PER_DAY * sessions);
    const error = Math.sqrt((mean * (1 - mean)) / answers);
    const value = mean + error * luck(observer, group, STREAM.worth, day);
    return { value: Math.max(0, Math.min(1, value)), error };
  }
  const rates = ticketRates(met);
  const per = SESSIONS_PER_DAY_MILLIONS * (gauge === 'review_count' ? REVIEWS_PER_TICKET : 1);
  let value = 0;
  let variance = 0;
  for (const theme of themes) {
    const mean = rates[theme] * per * sessions;
    const stream = STREAM[gauge] + 1 + THEMES.indexOf(theme);
    value += Math.max(0, mean + Math.sqrt(mean) * luck(observer, group, stream, day));
    variance += mean;
  }
  // Counts of a running day are scaled to a whole one.
  return { value: Math.round(value) / part, error: Math.sqrt(variance) / part };
}

export function voiceGauge(
  observer: Observer,
  gauge: VoiceGauge,
  by: GaugeCut | null,
  span: GaugeSpan,
): GaugeSeries {
  const { live } = observer.pair;
  const days: number[] = [];
  for (let day = Math.max(WEEK_DAYS, dayOf(span.from)); day <= dayOf(live.tick); day++) {
    const part = (live.tick - day * MINUTES_PER_DAY) / MINUTES_PER_DAY;
    if (part >= ENOUGH_OF_DAY) days.push(day);
  }
  const partOf = (day: number): number =>
    Math.min(1, (live.tick - day * MINUTES_PER_DAY) / MINUTES_PER_DAY);
  // A review is of the week behind it: the mean of what was met on its days.
  const metOn = (group: Group, day: number): Experience => {
    if (gauge !== 'review_count') return experienceOf(observer, group.members, day);
    const week = Array.from({ length: WEEK_DAYS }, (_, k) =>
      experienceOf(observer, group.members, day - k),
    );
    return Object.fromEntries(
      Object.keys(CONTENT).map((k) => [
        k,
        week.reduce((sum, e) => sum + e[k as keyof Experience], 0) / week.length,
      ]),
    ) as unknown as Experience;
  };
  const line = (key: string, group: Group, themes: readonly Theme[]): GaugeLine => {
    const said = days.map((day) =>
      saidOf(observer, gauge, themes, group, day, metOn(group, day), partOf(day)),
    );
    // The same weekday a week before, when nothing was wrong.
    const before = days.map((day) =>
      saidOf(observer, gauge, themes, group, day - WEEK_DAYS, CONTENT, 1),
    );
    return lineOf(
      key,
      said.map((s) => s.value),
      before.map((s) => s.value),
      (k) => {
        const [a, b] = [said[k]!, before[k]!];
        const now = a.error / Math.max(1e-9, a.value);
        const then = b.error / Math.max(1e-9, b.value);
        return 100 * Math.sqrt(now * now + then * then);
      },
    );
  };
  const [whole] = groupsOf(observer, null);
  const lines =
    by === 'theme'
      ? THEMES.map((theme) => line(theme, whole!, [theme]))
      : groupsOf(observer, by).map((group) => line(group.key, group, THEMES));
  return { ticks: days.map((day) => day * MINUTES_PER_DAY), lines };
}
