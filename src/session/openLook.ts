/** Opening a view: it comes to the desk, and what it shows becomes a reading. */
import type { Look } from './commands.ts';
import { lensOf } from './lens.ts';
import { lensKey } from './lensKey.ts';
import { panelId } from './opened.ts';
import { panelOf } from './panels/panel.ts';
import { answerOfPanel } from './prediction.ts';
import { answerWords, type PredictionAnswer } from './predictionWords.ts';
import { append, now, type Run } from './run.ts';
import { lookWords } from './words.ts';

export function open(
  run: Run,
  look: Look,
  predict: { expect: 'up' | 'flat' | 'down' } | null,
): void {
  const { desk } = run;
  const tick = now(run);
  if (look.view === 'lens') {
    const key = lensKey(look);
    run.desk = {
      ...desk,
      lens: { metric: look.metric, by: look.by, surface: look.surface },
      lensOpened: desk.lensOpened.includes(key) ? desk.lensOpened : [...desk.lensOpened, key],
    };
    note(run, `lens:${key}`, look, lensOf(run).summary);
    return;
  }
  if (look.view === 'changes')
    run.desk = { ...desk, changesOpened: true, said: 'The change timeline is open.' };
  else if (look.view === 'tickets')
    run.desk = { ...desk, ticketsOpened: true, said: 'The ticket queue is open.' };
  else if (look.view === 'runbook')
    run.desk = {
      ...desk,
      runbooksOpened: [...new Set([...desk.runbooksOpened, look.id])],
      said: 'The runbook is open.',
    };
  else {
    const id = panelId(look);
    const known = desk.panels.find((p) => p.id === id);
    const panel = known ?? { id, look, test: null, openedTick: tick, predict };
    run.desk = { ...desk, panels: [panel, ...desk.panels.filter((p) => p.id !== id)] };
    const shown = panelOf(run, panel);
    // What is open already cannot be predicted any more.
    const answer = known === undefined ? answerOfPanel(predict, shown) : null;
    note(run, id, look, shown?.summary ?? '', answer);
    return;
  }
  note(run, look.view === 'runbook' ? `runbook:${look.id}` : look.view, look, run.desk.said);
}

export function note(
  run: Run,
  panel: string,
  look: Look,
  summary: string,
  answer: PredictionAnswer | null = null,
): void {
  const tick = now(run);
  const reading = {
    id: `${panel}@${tick}`,
    panel,
    view: look.view,
    label: lookWords(look),
    tick,
    summary,
    answer,
  };
  run.desk = {
    ...run.desk,
    readings: [...run.desk.readings.filter((r) => r.id !== reading.id), reading],
    said: answer === null ? summary : `${summary} ${answerWords(answer)}`,
  };
  append(run, { kind: 'reading', tick, reading });
}
