/** The board: hypotheses, their confidence over time, and what supports or refutes them. */
import {
  COMPONENT_WORDS,
  MECHANISM_WORDS,
  type ComponentWord,
  type MechanismWord,
} from '../scenario/words.ts';
import type { BoardCommand } from './boardWords.ts';
import type { Sentence } from './commands.ts';
import type { Desk, Hypothesis } from './desk.ts';
import { evidenceOf } from './evidence.ts';
import { now, type Run } from './run.ts';
import { scopeWords } from './words.ts';

/** The desk after a command about the board. Unknown hypotheses are left as they are. */
export function applyToBoard(run: Run, command: BoardCommand): Desk {
  const { desk } = run;
  const tick = now(run);
  switch (command.kind) {
    case 'hypothesise':
      return add(
        desk,
        tick,
        sentenceWords(command.sentence),
        command.sentence,
        null,
        command.confidence,
      );
    case 'suspect': {
      const suspect = run.scenario.suspects.find((s) => s.id === command.suspect);
      if (suspect === undefined) return desk;
      const known = desk.hypotheses.find((h) => h.suspect === command.suspect);
      if (known !== undefined)
        return change(desk, known.id, (h) => confident(h, tick, command.confidence));
      return add(desk, tick, suspect.label, null, command.suspect, command.confidence);
    }
    case 'confidence':
      return change(desk, command.hypothesis, (h) => confident(h, tick, command.confidence));
    case 'strike':
      return change(desk, command.hypothesis, (h) => ({ ...h, struck: command.struck }));
    case 'link':
      return change(desk, command.hypothesis, (h) => ({
        ...h,
        links: [
          ...h.links.filter((l) => l.reading !== command.reading),
          ...(command.relation === 'none'
            ? []
            : [{ reading: command.reading, relation: command.relation }]),
        ],
      }));
    case 'pin':
      return command.pinned
        ? pinned(run, command.reading)
        : { ...desk, pinned: desk.pinned.filter((p) => p !== command.reading) };
  }
}

/** What is pinned is on the board with its words as they are now; a reading nobody can have made is not. */
function pinned(run: Run, id: string): Desk {
  const { desk } = run;
  const known = desk.readings.find((r) => r.id === id);
  const record = known ?? evidenceOf(run, id);
  if (record === null) return desk;
  return {
    ...desk,
    pinned: [...new Set([...desk.pinned, id])],
    readings: known === undefined ? [...desk.readings, record] : desk.readings,
    said: `Pinned as evidence: ${record.summary}`,
  };
}

function confident(h: Hypothesis, tick: number, confidence: number): Hypothesis {
  return { ...h, confidence, history: [...h.history, { tick, confidence }] };
}

function change(desk: Desk, id: string, edit: (h: Hypothesis) => Hypothesis): Desk {
  return { ...desk, hypotheses: desk.hypotheses.map((h) => (h.id === id ? edit(h) : h)) };
}

function add(
  desk: Desk,
  tick: number,
  label: string,
  sentence: Sentence | null,
  suspect: string | null,
  confidence: number,
): Desk {
  const id = `h${desk.hypotheses.length}`;
  const hypothesis: Hypothesis = {
    id,
    label,
    sentence,
    suspect,
    struck: false,
    confidence,
    history: [{ tick, confidence }],
    links: [],
  };
  return { ...desk, hypotheses: [...desk.hypotheses, hypothesis], said: `On the board: ${label}.` };
}

/** A sentence of the board in words. */
export function sentenceWords(s: Sentence): string {
  const component = COMPONENT_WORDS[s.component as ComponentWord] ?? s.component;
  const mechanism = MECHANISM_WORDS[s.mechanism as MechanismWord] ?? s.mechanism;
  if (s.mechanism === 'nothing') return 'Nothing is wrong';
  const hits = s.hits.length === 0 ? '' : `; it hits ${scopeWords(s.hits)}`;
  const spares = s.spares.length === 0 ? '' : `, not ${scopeWords(s.spares)}`;
  return `${component[0]!.toUpperCase()}${component.slice(1)} ${mechanism}${hits}${spares}`;
}
