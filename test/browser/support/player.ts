/** A player of the built game, by role and name as a person using a screen reader would find things. */
import type { Locator, Page } from 'playwright-core';
import { MOVE_MS, WORLD_MS } from './patience.ts';

export class Player {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name }).first();
  }

  /** Chooses an incident of the campaign by its call-sign and takes the page. */
  async take(callSign: RegExp): Promise<void> {
    await this.button(callSign).click();
    await this.button(/take the page/i).click();
    await this.page
      .getByRole('heading', { name: /whose numbers moved|who is hurt/i })
      .waitFor({ timeout: WORLD_MS });
  }

  /** What an element shows; a space that does not break is read as a space. */
  async shown(what: Locator): Promise<string> {
    return (await what.innerText()).replaceAll('\u00A0', ' ');
  }

  /** The minute on the clock, as the page says it. */
  clock(): Promise<string> {
    return this.shown(this.page.getByText(/^It is /).first());
  }

  /** Does something and waits until the simulator has answered: the clock or the live region moved on. */
  async settled(act: () => Promise<void>): Promise<void> {
    await act();
    // The order is on its way before the bar is drawn.
    await this.page.waitForTimeout(100);
    await this.page.waitForFunction(
      () => document.querySelector('[role="progressbar"]') === null,
      undefined,
      { timeout: MOVE_MS },
    );
    await this.page.waitForTimeout(100);
  }

  /** A move of the menu that needs no choice. */
  async move(name: RegExp): Promise<void> {
    await this.settled(() => this.button(name).click());
  }

  /** A move of the menu with a choice behind it. */
  async choose(name: RegExp, option: RegExp): Promise<void> {
    await this.button(name).click();
    await this.settled(() =>
      this.page.getByRole('dialog').getByRole('button', { name: option }).first().click(),
    );
  }

  /** Adds a cell of the lens to a layer, from the table. */
  async mark(layer: 'Moved' | 'Hurt now' | 'Hurt later', cell: RegExp): Promise<void> {
    await this.page.getByRole('radio', { name: layer }).check({ force: true });
    await this.page
      .getByRole('button', { name: new RegExp(`${cell.source}: add to`, cell.flags) })
      .first()
      .click();
  }

  async fine(cell: RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`${cell.source}: mark as fine`, cell.flags) })
      .first()
      .click();
  }

  /** Opens a drawer; one that a look has laid open is open already. */
  async drawer(name: RegExp): Promise<void> {
    const drawers = this.page.getByRole('navigation', { name: 'Drawers' });
    const tab = drawers.getByRole('button', { name });
    if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
  }

  async wait(minutes: RegExp): Promise<void> {
    await this.page.keyboard.press('w');
    const sheet = this.page.getByRole('dialog');
    await sheet.getByRole('button', { name: minutes }).first().click();
    await this.settled(() => sheet.getByRole('button', { name: /^wait/i }).last().click());
  }

  /** Ends the working day of a slow incident. */
  async days(span: RegExp): Promise<void> {
    await this.button(/end the day|next day/i).click();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByRole('button', { name: span }).first().click();
    await this.settled(() => sheet.getByRole('button', { name: /go on|let .* pass/i }).click());
  }

  /**
   * Closes the case and waits for the board; returns its first heading, the verdict. `strike`: opens the draft and strikes that
   * sentence of it.
   */
  async close(cause: RegExp, strike?: RegExp): Promise<string> {
    await this.button('Close…').click();
    const sheet = this.page.getByRole('dialog');
    if (strike !== undefined) {
      await sheet.getByText(/draft of the postmortem: .*not read/).click();
      const sentence = sheet.getByRole('button', {
        name: new RegExp(`^Strike: ${strike.source}`, strike.flags),
      });
      await sentence.press('Enter');
      await sheet.getByText(/draft of the postmortem: .*1 struck/).waitFor();
    }
    await sheet.getByRole('radio', { name: cause }).first().check({ force: true });
    const done = sheet.getByRole('button', { name: /close and look back/i });
    // Nobody is taken to have said how sure they are.
    await done.click();
    await sheet.getByText(/not said yet: move the slider/).waitFor();
    await sheet.getByRole('slider').fill('50');
    await done.click();
    const moves = this.page.getByRole('heading', { name: 'Moves' });
    await moves.waitFor({ timeout: WORLD_MS });
    return this.page.getByRole('heading', { level: 1 }).first().innerText();
  }
}
