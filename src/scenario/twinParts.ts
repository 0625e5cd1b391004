/** What of an incident its twin may say anew. Everything a player meets before the debrief stays as it is. */
export const TWIN_PARTS = [
  'title',
  'concepts',
  'grounding',
  'principles',
  'rollback',
  'faults',
  'hypotheses',
  'references',
  'wrong',
  'recovery',
  'postmortem',
  'expectations',
] as const;
export type TwinPart = (typeof TWIN_PARTS)[number];
