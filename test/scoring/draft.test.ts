/** The draft of a postmortem, judged by what had been read, done and said when the case was closed. */
import { expect, test } from 'vitest';
import type { NoteNeed } from '../../src/scenario/compiled.ts';
import { tickLabel } from '../../src/sim/clock.ts';
import { lookWords } from '../../src/session/words.ts';
import { draftOf } from '../../src/session/draft.ts';
import { draftViewOf, type DraftVerdict } from '../../src/scoring/draftView.ts';
import { judgePrinciples } from '../../src/scoring/principles/judge.ts';
import { movesOf } from '../../src/scoring/moves.ts';
import { VARIANTS } from '../scenario/library.ts';
import { Case, findings, S12, S39 } from './caseBuilder.ts';

const HOLIDAY = 'holiday-hangover';
/** A name under which the draft says the declared beginning and not the page's minute. */
const ONSET_DECLARED = 'one-0';

const core = [{ activity: ['core'] as const }];

/** The draft with all of its sentences kept, or those struck that `strike` picks. */
function judged(
  run: Case,
  strike: (text: string) => boolean = () => false,
): readonly DraftVerdict[] {
  const struck = draftOf(run).sentences.flatMap(({ text }, i) => (strike(text) ? [i + 1] : []));
  return draftViewOf(run.close('short-memory', 70, 'p-slices', struck))?.sentences ?? [];
}

const about = (verdicts: readonly DraftVerdict[], text: RegExp): DraftVerdict => {
  const found = verdicts.find((v) => text.test(v.text));
  if (found === undefined) throw new Error(`No sentence is about ${text.source}.`);
  return found;
};

test('a draft that nobody read is judged by nothing', () => {
  expect(draftViewOf(new Case(S39))).toBeUndefined();
  expect(draftViewOf(new Case(S39).close('short-memory'))).toBeUndefined();
  expect(draftViewOf(new Case(S39).close('short-memory', 70, null, []))?.sentences).toHaveLength(6);
});

test('nothing read: every sentence says too much, and all that is struck is rightly struck', () => {
  for (const { id } of VARIANTS) {
    const kept = judged(new Case(id.replace('~twin', '')));
    expect(kept.map((v) => v.supported)).toEqual(kept.map(() => false));
    for (const v of kept) {
      expect(v.left).toBe('kept, and nothing you had read supports it');
      expect(v.because.length).toBeGreaterThan(10);
      expect(v.lines).toEqual([]);
    }
    for (const v of judged(new Case(id.replace('~twin', '')), () => true))
      expect(v.left).toBe('rightly struck');
  }
});

/** A draft whose sentence of the beginning is the declared one, and which has a sentence per need. */
const withSentences = (id: string, needs: readonly NoteNeed[]): Case => {
  const { postmortem } = new Case(id).scenario;
  return new Case(id, {
    postmortem: { ...postmortem, draft: { sentences: [{ text: 'As written.', needs }] } },
  });
};

test('a claim rests on what its needs ask for, a pinned reading before others', () => {
  const needs: readonly NoteNeed[] = [
    { need: 'looked', view: 'features' },
    { need: 'declared', layer: 'hurtNow' },
  ];
  const looked = withSentences(S39, needs).view('features').wait(10).view('features');
  const half = about(judged(looked), /As written/);
  expect(half.supported).toBe(false);
  expect(half.because).toBe('It would have taken a declared radius.');
  const whole = withSentences(S39, needs).view('features').wait(10).view('features').pin();
  const pinned = whole.tick;
  const verdict = about(judged(whole.declare({ hurtNow: core })), /As written/);
  expect(verdict).toMatchObject({ supported: true, left: 'rightly kept', because: '' });
  expect(verdict.lines).toEqual([
    `${tickLabel(pinned)} ${lookWords({ view: 'features', scope: [{}] })}, pinned`,
    `${tickLabel(pinned)} radius declared`,
  ]);
  const unread = about(judged(withSentences(S39, needs)), /As written/);
  expect(unread.because).toMatch(/^It would have taken a look at “.+” and a declared radius\.$/);
});

test('struck though the log holds it', () => {
  const run = withSentences(S39, [{ need: 'looked', view: 'features' }]).view('features');
  const verdict = about(
    judged(run, (text) => text === 'As written.'),
    /As written/,
  );
  expect(verdict).toMatchObject({ struck: true, left: 'struck, though your log holds it' });
});

test('what was done is told by an order that does it, and one that stands', () => {
  const acted = (): Case => withSentences(S39, [{ need: 'acted', kinds: ['route-cohort'] }]);
  const done = (run: Case): boolean => about(judged(run), /As written/).supported;
  expect(done(acted())).toBe(false);
  expect(done(acted().act({ kind: 'exposure-cap', perDay: 400 }))).toBe(false);
  const routed = (): Case => acted().act({ kind: 'route-cohort', to: 'v41', scope: core });
  expect(done(routed())).toBe(true);
  expect(done(routed().undo('o0'))).toBe(false);
  const held = withSentences(S39, [{ need: 'recovered' }]);
  expect(done(held)).toBe(false);
  held.log.push({ kind: 'state', tick: held.tick, state: 'recovered' });
  expect(done(held)).toBe(true);
});

test('a finding is held by the readings that tell it; of a rival the board says what clears it', () => {
  const leading = (run: Case, suspect: string): DraftVerdict => {
    const label = run.scenario.suspects.find((s) => s.id === suspect)?.label;
    return about(judged(run.suspect(suspect, 80)), new RegExp(label!));
  };
  const read = (): Case => new Case(S39).lens('activity', 'arm');
  expect(leading(read(), 's-ranker')).toMatchObject({ supported: true });
  expect(leading(new Case(S39).lens('region'), 's-ranker').supported).toBe(false);
  const season = leading(read(), 's-season');
  const told = read().scenario.hypotheses.find((h) => h.id === 'season')?.tell;
  expect(season).toMatchObject({ supported: false, because: told });
});

test('where nothing is broken, the readings that clear a fault hold the finding', () => {
  const quiet = (): Case => new Case(HOLIDAY);
  const suspect = quiet().scenario.suspects.find((s) => {
    const meant = quiet().scenario.hypotheses.find((h) => h.id === s.hypothesis);
    return meant?.truth === true;
  })!;
  const held = (run: Case): boolean =>
    about(judged(run.suspect(suspect.id, 80)), new RegExp(suspect.label)).supported;
  expect(held(quiet())).toBe(false);
  expect(held(quiet().lens('arm'))).toBe(true);
});

test('a beginning needs a figure read over time, and lies before the page', () => {
  const metric = { view: 'metric', metric: 'save_rate', by: null, scope: [{}] } as const;
  const begun = (minutes: number): Case => {
    const run = new Case(S39, { id: ONSET_DECLARED });
    return run.declare({ sinceTick: run.scenario.world.pageTick - minutes });
  };
  expect(about(judged(begun(500)), /It began/).because).toBe('No figure had been read over time.');
  const { supported, lines } = about(judged(begun(500).look(metric)), /It began/);
  expect(supported).toBe(true);
  expect(lines).toHaveLength(2);
  expect(about(judged(begun(0).look(metric)), /It began/).because).toBe(
    'That is when the page rang, not when it began.',
  );
});

const P27 = (run: Case): { readonly verdict: string; readonly because: string } =>
  judgePrinciples(run, findings()).find((p) => p.id === 'P27')!;

test('the principle of speaking honestly reads the draft, where it was read', () => {
  const careful = (): Case => {
    const run = new Case(S39).lens('activity', 'arm');
    return run.say({ claims: [{ offer: 'why', register: 'careful' }], nextUpdateMinutes: 30 });
  };
  expect(P27(careful().close('short-memory'))).toMatchObject({
    verdict: 'kept',
    because: 'Others heard in time what the log could carry, and when they would hear more.',
  });
  const loose = P27(careful().close('short-memory', 70, null, []));
  expect(loose.verdict).toBe('broken');
  expect(loose.because).toContain('The postmortem went out with a sentence that the log did not');
  const all = draftOf(careful()).sentences.map((_, i) => i + 1);
  const struck = P27(careful().close('short-memory', 70, null, all));
  expect(struck.verdict).toBe('kept');
  expect(struck.because).toContain('The postmortem says no more than that.');
});

test('the list of moves says what was struck', () => {
  const note = (struck?: readonly number[]): string | undefined =>
    movesOf(new Case(S12).close(null, 30, null, struck)).at(-1)?.note;
  expect(note()).toBe('No cause named.');
  expect(note([])).toBe('No cause named. The draft was kept as it was.');
  expect(note([2])).toBe('No cause named. 1 sentence of the draft struck.');
  expect(note([2, 5])).toBe('No cause named. 2 sentences of the draft struck.');
});
