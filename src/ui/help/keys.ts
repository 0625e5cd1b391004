/** Every key the play screen knows; the help page and the handler read the same list. */
export const KEYS = [
  { keys: 'Ctrl K', does: 'Find any move by name (Command K on a Mac)' },
  { keys: '?', does: 'This page' },
  { keys: 'L', does: 'Go to the lens' },
  { keys: 'T', does: 'The lens as a table' },
  { keys: 'G', does: 'The lens shows people, or the pipeline' },
  { keys: 'R', does: 'Go to your radius' },
  { keys: 'D', does: 'Declare the radius' },
  { keys: 'M', does: 'Go to the menu of moves' },
  { keys: 'P', does: 'All panels' },
  { keys: 'B', does: 'The board' },
  { keys: 'C', does: 'Chat' },
  { keys: 'N', does: 'Status notes' },
  { keys: 'W', does: 'Wait' },
  { keys: 'Arrows', does: 'On a plot: move the moment that everything marks' },
  { keys: 'Shift Arrows', does: 'On a plot: choose a range; Enter pins it as evidence' },
  { keys: 'Esc', does: 'Take back the move that waits; else close what is open' },
] as const;
