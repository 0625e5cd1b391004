/** The harm curves as the board draws them: one unit, ticks with labels, marks for what happened when. */
import type { Analysis } from '../analysis/conclusion.ts';
import { dayOf, MINUTES_PER_DAY, tickLabel } from '../sim/clock.ts';
import { dayNumber } from '../session/dayWords.ts';
import type { Run } from '../session/run.ts';
import { actWords } from '../session/words.ts';
import type { HarmChart } from './debrief.ts';

/** Small incidents are told in thousands of saves, large ones in millions. */
export function unitScale(analysis: Analysis): number {
  const told = analysis.lines
    .filter((l) => l.id !== 'everything')
    .map((l) => Math.abs(l.curve.total));
  return Math.max(...told, 0) < 1 ? 1000 : 1;
}

export function harmChartOf(run: Run, analysis: Analysis): HarmChart {
  const ticks = analysis.lines[0]?.curve.ticks ?? [];
  const scale = unitScale(analysis);
  const thousands = scale === 1000;
  return {
    unit: `saves of real relevance lost, ${thousands ? 'thousands' : 'millions'}`,
    perMillion: scale,
    ticks,
    tickLabels: ticks.map(run.scenario.clock === 'days' ? dayNumber : tickLabel),
    lines: analysis.lines.map((line) => ({
      id: line.id,
      label: line.label,
      values: line.curve.values.map((v) => v * scale),
      low: [],
      high: [],
      total: line.curve.total * scale,
    })),
    markers: markersOf(run, ticks[0] ?? 0, ticks[ticks.length - 1] ?? 0),
  };
}

/** Marks a chart can carry and still be read. */
const MOST_MARKERS = 4;

function markersOf(run: Run, from: number, to: number): HarmChart['markers'] {
  const markers: { tick: number; label: string }[] = [];
  if (run.scenario.clock === 'minutes') {
    for (let day = dayOf(from); day <= dayOf(to); day++)
      markers.push({
        tick: day * MINUTES_PER_DAY + run.scenario.world.trainingMinute,
        label: 'training reads the log',
      });
  }
  for (const applied of run.pair.live.applied)
    markers.push({ tick: applied.effectTick, label: actWords(applied.spec) });
  return markers
    .filter((m) => m.tick > from && m.tick < to)
    .toSorted((a, b) => a.tick - b.tick)
    .slice(0, MOST_MARKERS);
}
