/** Lineage: every snapshot of the versions in service, what it was trained on, and whether it is a model of its own. */
import { tickLabel } from '../../sim/clock.ts';
import type { ModelLine, ModelSnapshot } from '../../sim/delivery/registry.ts';
import { groupBy } from '../../sim/telemetry/readings.ts';
import { orderKeys } from '../keys.ts';
import { now, type Run } from '../run.ts';
import type { TablePanel } from '../view.ts';
import { groupDigits } from './model.ts';
import type { PanelFrame } from './frame.ts';

/** Snapshots shown of a version, newest first. */
const SHOWN = 6;
/** Letters of a hash that tell two models apart. */
const HASH = 6;

interface Entry {
  readonly line: ModelLine;
  readonly snapshot: ModelSnapshot;
  readonly before: ModelSnapshot | undefined;
}

/** What is odd about a snapshot, in words; empty for a sound one. */
function oddities({ snapshot, before }: Entry): string[] {
  if (before === undefined) return [];
  const found: string[] = [];
  if (snapshot.lineage.weightsHash === before.lineage.weightsHash)
    found.push(`${snapshot.id} has the weights of ${before.id}`);
  if (snapshot.lineage.features !== before.lineage.features)
    found.push(`${snapshot.id} reads other inputs than ${before.id}`);
  return found;
}

export function lineagePanel(run: Run, frame: PanelFrame): TablePanel {
  const serving = groupBy(run.observer, ['model'], [{}], 'all', now(run)).keys;
  const entries = orderKeys(run, 'model', serving).flatMap((version): Entry[] => {
    const line = run.pair.live.lines.find((l) => l.version === version);
    if (line === undefined) return [];
    return line.snapshots
      .map((snapshot, k) => ({ line, snapshot, before: line.snapshots[k - 1] }))
      .filter(({ snapshot }) => snapshot.rows > 0)
      .slice(-SHOWN)
      .toReversed();
  });
  const marked = entries.flatMap((entry, k) => (oddities(entry).length > 0 ? [k] : []));
  const said = entries.flatMap(oddities);
  return {
    ...frame,
    kind: 'table',
    title: 'Lineage of versions',
    summary:
      entries.length === 0
        ? 'No version in service has been trained yet.'
        : said.length === 0
          ? 'Every training made a model of its own, on the same inputs as the one before.'
          : `${said.join('. ')}.`,
    help: 'A snapshot is one training of a version. Equal weights mean that it learned nothing, whatever its name says; the index is named by the day it was built.',
    columns: [
      'snapshot',
      'in service',
      'trained',
      'rows of',
      'rows',
      'recipe',
      'inputs',
      'index',
      'weights',
    ],
    rows: entries.map(({ line, snapshot }) => [
      snapshot.id,
      line.served.id === snapshot.id ? 'yes' : 'no',
      tickLabel(snapshot.trainedTick),
      `days ${snapshot.fromDay}–${snapshot.toDay}`,
      groupDigits(snapshot.rows),
      snapshot.recipe,
      snapshot.lineage.features,
      snapshot.lineage.index,
      snapshot.lineage.weightsHash.slice(0, HASH),
    ]),
    marked,
  };
}
