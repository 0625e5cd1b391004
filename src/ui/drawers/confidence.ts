/** Per cent a hypothesis starts with: worth a test, and far from believed. */
export const FIRST_CONFIDENCE = 30;
