/** The careful novice follows the guide's order and knows no more than the desk shows. */
import type { Bot } from './bot.ts';
import { careful } from './careful/session.ts';

export const carefulNovice: Bot = {
  id: 'careful-novice',
  label: 'Careful novice: the guide’s order',
  sit: () => careful(true),
};
