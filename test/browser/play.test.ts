/**
 * Each incident from the page to the analysis board in a real browser, by role and name; lost scores are played by
 * keyboard, in keyboard.test.ts. The rollout is played in its own world, since two thousand people are too few for the
 * census to find its loss; the others in the small one (that a slow one's board is of a smaller world than its play is
 * told by test/worker/analysts.test.ts). What the board then says is checked where the world decides it, not where a
 * text could be typed.
 */
import { describe, expect, test } from 'vitest';
import { TEST_MS } from './support/patience.ts';
import type { Player } from './support/player.ts';
import { hasItsTurn } from './support/plays.ts';
import { playFrom } from './support/session.ts';

/** Predicts a look, which is answered on the panel and on the board, and suspects the ranker. What was answered. */
async function predict(player: Player): Promise<RegExp> {
  const { page } = player;
  const down = page
    .getByRole('region', { name: 'What you can do' })
    .getByRole('button', { name: 'down', exact: true });
  await down.click();
  await player.move(/^Server writes beside logs/);
  const panel = page.getByRole('region', { name: 'Server writes beside logs' });
  expect(await player.shown(panel)).toMatch(/down expected, .* % read/);
  // Used up: the next look is not predicted by it.
  expect(await down.isVisible()).toBe(true);
  expect(await down.getAttribute('aria-pressed')).toBe('false');
  await player.drawer(/^Board/);
  const answer = /You expected saves the servers wrote: down; it read .*\s%/;
  const board = page.getByRole('complementary', { name: 'Board' });
  await board.getByText(answer).waitFor();
  await player.settled(() => board.getByRole('button', { name: /^\+ The ranker/ }).click());
  await page.keyboard.press('Escape');
  return answer;
}

describe('from the page to the board', () => {
  test.runIf(hasItsTurn('rollout'))(
    'a rollout that hurts one group: predicted, told, routed back',
    { timeout: TEST_MS },
    async () => {
      const { player, errors, foreign } = await playFrom(/Tue 14:05/, '/?analyst=later');
      await player.move(/^activity,/);
      await player.move(/^experiment arm,/);
      await player.page.keyboard.press('t');
      await player.mark('Moved', /core.*, v42/);
      await player.mark('Hurt now', /core.*, v42/);
      await player.fine(/core.*, v41/);
      await player.move(/^Declare/);
      await player.move(/^Inputs of the ranker/);
      const answer = await predict(player);
      await player.choose(/^Stop a ramp/, /Ranker v42/);
      await player.choose(/^Route the radius/, /^v41/);
      await player.wait(/^1 h|60 min/);
      const verdict = await player.close(/reads too little/, /It is fixed/);
      expect(verdict.length).toBeGreaterThan(20);
      const body = await player.shown(player.page.locator('body'));
      expect(body).toContain('Good on average, bad for planners');
      expect(body).toMatch(/Hurt now: you found (9 in 10|all) of the loss/);
      const said = player.page.getByRole('region', { name: 'What you predicted' });
      expect(await player.shown(said)).toMatch(answer);
      const draft = await player.shown(player.page.getByRole('region', { name: 'The draft' }));
      expect(draft).toMatch(/It is fixed\.\s+rightly struck/);
      expect(draft).toMatch(/much less of a person’s history[^\n]*\s+rightly kept/);
      expect(draft).toMatch(/That is when the page rang, not when it began/);
      // The scores read what the slider showed.
      expect(await player.page.getByText(/, at 30\s%\./).count()).toBe(1);
      expect(errors).toEqual([]);
      expect(foreign).toEqual([]);
    },
  );

  test.runIf(hasItsTurn('meter'))(
    'a meter that counts twice: rows set aside before the night',
    { timeout: TEST_MS },
    async () => {
      const { player, errors } = await playFrom(/Wed 16:20/);
      await player.move(/^app build,/);
      await player.page.keyboard.press('t');
      await player.mark('Moved', /android 9\.10/i);
      await player.mark('Hurt later', /android 9\.10/i);
      await player.move(/^Declare/);
      await player.move(/^Server writes beside logs/);
      await player.choose(/^Drop repeated events/, /android 9\.10/i);
      await player.choose(/^Set training rows aside/, /since onset/);
      await player.move(/^Skip tonight/);
      await player.wait(/^30 min/);
      await player.close(/more than once/);
      const body = await player.shown(player.page.locator('body'));
      expect(body).toContain('The denominator grew');
      expect(body).toMatch(/Moved: you found (9 in 10|all) of/);
      expect(body).toContain('It was not read before the closing');
      expect(errors).toEqual([]);
    },
  );

  test.runIf(hasItsTurn('loop'))(
    'a loop that takes weeks: capped, divided by exposure, retrained',
    { timeout: TEST_MS },
    async () => {
      const { player, errors } = await playFrom(/Mon 09:00/);
      await player.move(/^Who gets shown/);
      await player.choose(/^Cap exposure/, /150/);
      await player.choose(/^Set exploration/, /^8 %/);
      await player.move(/^Divide counts by exposure/);
      await player.choose(/^Retrain/, /Debiased/);
      await player.days(/^3 days/);
      await player.close(/count what was shown/);
      const body = await player.shown(player.page.locator('body'));
      expect(body).toContain('The rich get everything');
      // The board’s limits, of which a slow one’s smaller world is another.
      expect(body).toContain('No practitioner has validated these scores yet.');
      expect(errors).toEqual([]);
    },
  );
});
