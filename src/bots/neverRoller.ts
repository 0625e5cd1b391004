/** The never-roller works as the careful novice does and takes no version back, for anybody. */
import type { Bot } from './bot.ts';
import { careful } from './careful/session.ts';

export const neverRoller: Bot = {
  id: 'never-roller',
  label: 'Never-roller: careful, but takes nothing back',
  sit: () => careful(false),
};
