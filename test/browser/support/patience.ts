/**
 * How long a test of the page waits before it calls something hung, in ms. Never a claim about speed: the browser
 * shares two cores with the units, on machines whose hours differ twofold. Speed is measured by the bench.
 */

/** One move, answered. */
export const MOVE_MS = 120_000;
/** A world warmed, or lived through again after the closing. */
export const WORLD_MS = 300_000;
/** All explanations lived through and every line of play weighed. */
export const ANALYSIS_MS = 600_000;
/** A test from the page to its last assertion. */
export const TEST_MS = 900_000;
