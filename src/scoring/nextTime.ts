/** What an interview answer says about its own gaps. */
import { NEXT_TIME } from './adviceWords.ts';
import type { Findings } from './findings.ts';
import type { Judged } from './judged.ts';
import { judgePrinciples } from './principles/judge.ts';
import type { Part } from './spokenPart.ts';

export function missed(run: Judged, findings: Findings): Part[] {
  const broken = judgePrinciples(run, findings).filter((p) => p.verdict === 'broken');
  const advice = broken.flatMap(({ id }, i) => {
    const words = NEXT_TIME[id];
    // The first two are what an interviewer should hear; the rest fill where there is room.
    return words === undefined
      ? []
      : [{ text: `I would ${i === 0 ? 'now' : 'also'} ${words}.`, rank: i < 2 ? 1 : 7 + i }];
  });
  const honest =
    broken.length === 0
      ? 'None of the rules I am judged by was broken here. Still, one good case is little evidence: I would now want to see the same order of steps hold in a twin of it, where another cause stands behind the same page.'
      : 'I say this knowing how it ended; at the time each of these steps seemed the sensible one.';
  return [
    ...advice,
    { text: honest, rank: broken.length === 0 ? 1 : 20 },
    {
      text: 'What I take from it is to ask first who is affected, then what would prove me wrong, and only then what to change.',
      rank: 30,
    },
  ];
}
