/** An incident and the same taken over half way: one file, two names, and nothing of the one in the other. */
import { describe, expect, it } from 'vitest';
import { handoverCards } from 'virtual:pager-cards';
import {
  folderOf,
  inheritedOf,
  loadNamed,
  variantOn,
  variantsOf,
} from '../../src/scenario/variants.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { campaignOf, handoversOf } from '../../src/ui/pager/cards.ts';
import { loadById, scenarioById } from './library.ts';

const ID = 'cohort-canary-regression';
const incident = scenarioById(ID);
const taken = inheritedOf(incident)!;

describe('an incident that can be taken over', () => {
  it('is played and measured without a word of it', () => {
    const { inherited, ...rest } = incident;
    expect(inherited).toBeDefined();
    expect(variantsOf(incident)).toEqual([rest]);
    expect(variantOn(incident, 'oak')).toEqual(rest);
  });

  it('is found by name', async () => {
    const load = (folder: string): Promise<CompiledScenario | null> =>
      Promise.resolve(folder === ID ? incident : null);
    expect(await loadNamed(load, `${ID}~inherited`)).toEqual(taken);
    expect(folderOf(taken.id)).toBe(ID);
    const alone = scenarioById('utc-midnight-cliff');
    expect(inheritedOf(alone)).toBeNull();
    expect(await loadNamed(() => Promise.resolve(alone), `${alone.id}~inherited`)).toBeNull();
  });

  it('is the same world, page, faults and truth, with somebody more in the cast', () => {
    for (const part of ['world', 'page', 'faults', 'chart', 'hypotheses', 'recovery'] as const)
      expect(taken[part]).toEqual(incident[part]);
    expect(taken.cast.slice(0, -1)).toEqual(incident.cast);
    expect(taken.cast.at(-1)).toMatchObject({ id: 'samir', answersIn: 10 });
  });

  it('holds the moves as commands, orders by the number a run gives them', () => {
    const { handover, references } = taken;
    expect(handover).toMatchObject({ from: 'samir', afterMinutes: 27 });
    expect(handover?.moves.map((move) => [move.afterMinutes, move.do])).toEqual([
      [2, 'look'],
      [5, 'declare'],
      [7, 'look'],
      [9, 'suspect'],
      [20, 'act'],
    ]);
    expect(references.map(({ undo }) => undo)).toEqual([['o0'], ['o0']]);
    expect(handover?.fromPage).toEqual(incident.references);
  });
});

describe('the card of a shift taken over', () => {
  it('names who had it, and the incident it comes after', () => {
    const { card, handover } = loadById(ID);
    expect(handover).toMatchObject({
      id: taken.id,
      callSign: taken.callSign,
      handover: { of: ID, from: 'Samir', atLabel: 'Tue 14:32' },
    });
    expect(card?.handover).toBeUndefined();
    expect(handoverCards.map(({ handover: found }) => found?.of)).toContain(ID);
  });

  it('stands apart from the campaign, in its order', () => {
    const { card, handover } = loadById(ID);
    const other = loadById('utc-midnight-cliff').card!;
    const cards = [handover!, other, card!];
    expect(campaignOf(cards)).toEqual([card, other]);
    expect(handoversOf(cards)).toEqual([{ card: handover, of: card }]);
    expect(handoversOf([handover!])).toEqual([]);
  });
});
