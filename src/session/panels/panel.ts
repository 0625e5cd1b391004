/** From an opened look or a finished test to the panel that shows it. */
import type { OpenPanel } from '../desk.ts';
import type { Run } from '../run.ts';
import type { PanelView } from '../view.ts';
import { tickLabel } from '../../sim/clock.ts';
import { wholePanelOf } from '../grammarReading.ts';
import { differsPanel } from './differs.ts';
import { ecosystemPanel } from './ecosystem.ts';
import { experimentsPanel } from './experiments.ts';
import { featuresPanel } from './features.ts';
import { funnelPanel } from './funnel.ts';
import { gaugePanel } from './gauge.ts';
import { itemsPanel } from './items.ts';
import { lineagePanel } from './lineage.ts';
import { modelPanel } from './model.ts';
import { personPanel } from './person.ts';
import { probesPanel } from './probes.ts';
import { servingPanel } from './serving.ts';
import { metricPanel, sourcesPanel } from './series.ts';
import { trainingPanel } from './training.ts';
import type { PanelFrame } from './frame.ts';

/** Null for looks that are not panels (lens, changes, tickets, runbooks). */
export function panelOf(run: Run, open: OpenPanel): PanelView | null {
  const tick = run.pair.live.tick;
  // A pinned reading stays the one that is pinned: unpinning and linking have to find it again.
  const held = run.desk.pinned.find((id) => wholePanelOf(id) === open.id);
  const frame: PanelFrame = {
    id: open.id,
    reading: held ?? `${open.id}@${tick}`,
    look: open.look,
    test: open.test,
    openedAt: tickLabel(open.openedTick),
    pinned: held !== undefined,
    answer: run.desk.readings.find((r) => r.panel === open.id && r.answer !== null)?.answer ?? null,
  };
  if (open.test !== null) return testPanel(run, open, frame);
  const { look } = open;
  if (look === null) return null;
  switch (look.view) {
    case 'metric':
      return metricPanel(run, look, frame);
    case 'gauge':
      return gaugePanel(run, look, frame);
    case 'items':
      return itemsPanel(run, look, frame);
    case 'lineage':
      return lineagePanel(run, frame);
    case 'probes':
      return probesPanel(run, frame);
    case 'sources':
      return sourcesPanel(run, look.scope, frame);
    case 'funnel':
      return funnelPanel(run, look.scope, frame);
    case 'features':
      return featuresPanel(run, look.scope, frame);
    case 'model':
      return modelPanel(run, look.scope, frame);
    case 'training':
      return trainingPanel(run, frame);
    case 'experiments':
      return experimentsPanel(run, frame);
    case 'ecosystem':
      return ecosystemPanel(run, frame);
    case 'serving':
      return servingPanel(run, frame);
    case 'person':
      return personPanel(run, look.scope, look.nth, frame);
    case 'differs':
      return differsPanel(run, look.metric, frame);
    case 'lens':
    case 'changes':
    case 'tickets':
    case 'runbook':
      return null;
  }
}

function testPanel(run: Run, open: OpenPanel, frame: PanelFrame): PanelView | null {
  const result = run.desk.tests.find((t) => t.id === open.id)?.result;
  if (result === null || result === undefined) return null;
  return {
    ...frame,
    reading: `${open.id}@${open.openedTick}`,
    kind: 'table',
    title: result.title,
    summary: result.summary,
    columns: result.columns,
    rows: result.rows,
    marked: result.marked,
    help: 'A test is a snapshot: it does not stay live.',
  };
}
