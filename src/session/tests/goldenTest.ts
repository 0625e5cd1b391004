/** The golden set through one version: do the good answers still come, and in a good order? */
import { lineIndex } from '../../sim/delivery/scope.ts';
import { goldenAnswers, type GoldenAnswer } from '../../sim/telemetry/golden.ts';
import type { TestResult } from '../desk.ts';
import { sampleOf } from '../panels/sample.ts';
import type { Run } from '../run.ts';
import { valueWords } from '../segmentWords.ts';
import { percent } from './contrast.ts';

/** Requests of a language that are worth a row. */
const FEWEST = 8;
const CLEAR = 3;

interface Change {
  readonly now: number;
  readonly made: number;
  /** Points, paired by request, and their standard error. */
  readonly change: number;
  readonly error: number;
}

/** Mean of a figure over requests, per cent, and its change request by request. */
function changeOf(
  now: readonly GoldenAnswer[],
  made: readonly GoldenAnswer[],
  figure: (answer: GoldenAnswer) => number,
): Change {
  const n = Math.max(1, now.length);
  const differences = now.map((answer, k) => 100 * (figure(answer) - figure(made[k]!)));
  const change = differences.reduce((sum, d) => sum + d, 0) / n;
  const squares = differences.reduce((sum, d) => sum + (d - change) * (d - change), 0);
  const mean = (answers: readonly GoldenAnswer[]): number =>
    (100 * answers.reduce((sum, a) => sum + figure(a), 0)) / n;
  return { now: mean(now), made: mean(made), change, error: Math.sqrt(squares) / n };
}

export function golden(run: Run, version: string): TestResult {
  const probes = sampleOf(run, [{}]);
  const { now, made } = goldenAnswers(run.pair.live, lineIndex(run.pair.live, version), probes);
  const recall = changeOf(now, made, (a) => a.recall);
  const order = changeOf(now, made, (a) => a.agreement);
  const languages = [...new Set(now.map((a) => a.language))]
    .map((language) => ({
      language,
      at: now.flatMap((a, k) => (a.language === language ? [k] : [])),
    }))
    .filter(({ at }) => at.length >= FEWEST)
    .toSorted((a, b) => b.at.length - a.at.length || (a.language < b.language ? -1 : 1));
  const figures = [
    { label: 'good answers in the slate', requests: now.length, of: recall },
    { label: 'pairs in the judged order', requests: now.length, of: order },
    ...languages.map(({ language, at }) => ({
      label: `good answers, ${valueWords('language', language)}`,
      requests: at.length,
      of: changeOf(
        at.map((k) => now[k]!),
        at.map((k) => made[k]!),
        (a) => a.recall,
      ),
    })),
  ];
  const marked = figures.flatMap(({ of }, k) =>
    Math.abs(of.change) > CLEAR * of.error && of.change !== 0 ? [k] : [],
  );
  const moved = figures[0] !== undefined && marked.includes(0);
  return {
    title: `Golden set: ${version}`,
    summary: `${now.length} fixed requests through ${version}: ${recall.now.toFixed(1)} % of the good answers are in the slate, ${recall.made.toFixed(1)} % when the set was made (${signedPoints(recall)}); ${order.now.toFixed(1)} % of pairs stand in the judged order (${signedPoints(order)}). ${moved ? `${version} answers otherwise than it did.` : 'It answers as it did.'}`,
    columns: ['', 'requests', 'now', 'when made', 'change, points'],
    rows: figures.map(({ label, requests, of }) => [
      label,
      String(requests),
      `${of.now.toFixed(1)} %`,
      `${of.made.toFixed(1)} %`,
      signedPoints(of),
    ]),
    marked,
    figure:
      recall.made === 0
        ? null
        : {
            value: (100 * recall.change) / recall.made,
            error: (100 * recall.error) / recall.made,
          },
  };
}

function signedPoints({ change, error }: Change): string {
  return `${percent(change).replace(' %', '')} ± ${error.toFixed(1)}`;
}
