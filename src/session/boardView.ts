/** The board of hypotheses on the screen. */
import { COMPONENT_WORDS, MECHANISM_WORDS } from '../scenario/words.ts';
import { tickLabel } from '../sim/clock.ts';
import type { Run } from './run.ts';
import type { BoardView } from './view.ts';

export function boardOf(run: Run): BoardView {
  const { desk, scenario } = run;
  const label = (id: string): string => desk.readings.find((r) => r.id === id)?.label ?? id;
  return {
    suspects: scenario.suspects.map((s) => ({
      id: s.id,
      label: s.label,
      used: desk.hypotheses.some((h) => h.suspect === s.id),
    })),
    hypotheses: desk.hypotheses.map((h) => ({
      id: h.id,
      label: h.label,
      confidence: h.confidence,
      struck: h.struck,
      history: h.history,
      links: h.links.map((l) => ({
        reading: l.reading,
        label: label(l.reading),
        relation: l.relation,
      })),
    })),
    readings: desk.readings.map((r) => ({
      id: r.id,
      label: r.label,
      atLabel: tickLabel(r.tick),
      pinned: desk.pinned.includes(r.id),
      summary: r.summary,
      answer: r.answer,
    })),
    words: {
      mechanisms: Object.entries(MECHANISM_WORDS).map(([id, text]) => ({ id, label: text })),
      components: Object.entries(COMPONENT_WORDS).map(([id, text]) => ({ id, label: text })),
    },
  };
}
