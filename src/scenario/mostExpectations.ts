/** Expectations that a scenario may have: those that write them and those that propose some share the bound. */
export const MOST_EXPECTATIONS = 30;
