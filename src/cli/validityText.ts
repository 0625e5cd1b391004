/** The report of validity for people: as tables of a terminal, and as those of a page. */
import { STATED_WEIGHTS } from '../analysis/value.ts';
import { BOT_IDS } from '../bots/bot.ts';
import { tableText } from './table.ts';
import { isOfProcess, LEVEL, MARGIN, PROCESS_MARGIN, type JudgedOrder } from './validityOrders.ts';
import type { ReweighedOrders, ValidityReport, ValidityRow } from './validityReport.ts';

const figure = (value: number): string => value.toFixed(2).replace('-', '−');

const spread = ([low, high]: readonly [number, number]): string =>
  `${figure(low)} … ${figure(high)}`;

const scenariosOf = (rows: readonly ValidityRow[]): string[] => [
  ...new Set(rows.map(({ scenario }) => scenario)),
];

interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** An incident a row, a player a column; `cell`: what is said of a row that is there. */
function playersGrid(
  rows: readonly ValidityRow[],
  isKnown: (row: ValidityRow) => boolean,
  cell: (row: ValidityRow) => string,
): Grid {
  const known = rows.filter(isKnown);
  const bots = BOT_IDS.filter((bot) => known.some((r) => r.bot === bot));
  return {
    columns: ['incident', ...bots],
    rows: scenariosOf(known).map((scenario) => [
      scenario,
      ...bots.map((bot) => {
        const row = known.find((r) => r.scenario === scenario && r.bot === bot);
        return row === undefined ? '–' : cell(row);
      }),
    ]),
  };
}

/** Mean impact and its interval. */
const impactGrid = ({ rows }: ValidityReport): Grid =>
  playersGrid(
    rows,
    () => true,
    ({ impact, interval }) => `${figure(impact)} (${spread(interval)})`,
  );

/** The same of process, of those who were weighed. */
const processGrid = ({ rows }: ValidityReport): Grid =>
  playersGrid(
    rows,
    ({ process }) => process !== null,
    ({ process }) => figure(process!),
  );

function orderGrid({ ordersHeld, ordersBroken }: ValidityReport): Grid {
  const line = ({ scenario, order, difference, interval, p, verdict }: JudgedOrder): string[] => [
    scenario,
    order,
    `${figure(difference)} (${spread(interval)})`,
    p < 0.001 ? '< 0.001' : p.toFixed(3),
    verdict,
  ];
  return {
    columns: ['incident', 'order', 'difference', 'p', 'verdict'],
    rows: [...ordersBroken, ...ordersHeld].map(line),
  };
}

const aboutOrders = `Differences of impact are paired by seed, with 95 % intervals; p is one-sided and adjusted for the number of orders (Holm). Up to ${MARGIN} is equal; an order holds where p ≤ ${LEVEL}.`;

const aboutProcess = `Process, mean over seeds: 10 gave nothing away. To be better is to be so by more than ${PROCESS_MARGIN}. A careful novice must be better than a tourist; and than a lucky guesser, where not looking first is worse than a good move. Where two worlds were measured it is judged: by the spread of an incident’s own worlds where there are ten, else by one spread for all incidents, pooled within them; and over all incidents, each counting once.`;

/** What becomes of the orders that hold when a weight of harm is another. */
function reweighedText({ reweighed, ordersHeld }: ValidityReport): string {
  const stated = Object.entries(STATED_WEIGHTS).map(([name, weight]) => `${name} ${weight}`);
  const named = (words: string, orders: (r: ReweighedOrders) => readonly JudgedOrder[]): string[] =>
    reweighed.flatMap((r) =>
      orders(r).map(({ scenario, order }) => `${words} with ${r.weights}: ${scenario}, ${order}.`),
    );
  const ofImpact = ordersHeld.filter(({ order }) => !isOfProcess(order)).length;
  const still = Math.min(...reweighed.map(({ held }) => held.length));
  return [
    `Weights of harm, in saves: ${stated.join(', ')}. With each of them halved, and with each doubled, ${still} at least of the ${ofImpact} orders of impact that hold still do.`,
    ...named('Not shown any more', ({ lost }) => lost),
    ...named('Refuted', ({ refuted }) => refuted),
  ].join(' ');
}

export function validityText(report: ValidityReport): string {
  const impact = impactGrid(report);
  const process = processGrid(report);
  const order = orderGrid(report);
  return [
    `Impact, mean over ${report.seeds} seeds or more with its 95 % interval: 0 as bad as the worse of doing nothing and a global rollback, 1 as good as the best line.`,
    tableText(impact.columns, impact.rows),
    ...(process.rows.length === 0
      ? []
      : ['', aboutProcess, tableText(process.columns, process.rows)]),
    '',
    aboutOrders,
    tableText(order.columns, order.rows),
    '',
    reweighedText(report),
  ].join('\n');
}

/** Columns of one width, as the formatter would have them. */
function markdown({ columns, rows }: Grid): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, c) => Math.max(3, ...all.map((row) => (row[c] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, c) => (cells[c] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}

const PART = /(<!-- generated: validity -->\n)[\s\S]*?(<!-- end -->)/;

/** The page with its table as the report has it now. */
export function withValidity(page: string, report: ValidityReport): string {
  const process = processGrid(report);
  const text = [
    `Mean impact over ${report.seeds} seeds or more in the small world, with its 95 % interval.`,
    markdown(impactGrid(report)),
    ...(process.rows.length === 0 ? [] : [aboutProcess, markdown(process)]),
    aboutOrders,
    markdown(orderGrid(report)),
    reweighedText(report),
  ].join('\n\n');
  if (!PART.test(page)) throw new Error('The page has no marks for the table of validity.');
  return page.replace(PART, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`);
}
