/** The principles this version can judge, and the judging of a run by them. */
import type { PrincipleResult } from '../debrief.ts';
import type { Findings } from '../findings.ts';
import type { Judged } from '../judged.ts';
import { P25 } from './experiments.ts';
import { P30 } from './learning.ts';
import { P14, P16, P18 } from './longRun.ts';
import { P11, P12 } from './meter.ts';
import type { Principle } from './principle.ts';
import { P08 } from './recovery.ts';
import { P05, P06 } from './remedy.ts';
import { P04, P23, P24 } from './reversal.ts';
import { P13, P15 } from './rows.ts';
import { P17 } from './newcomers.ts';
import { P26 } from './online.ts';
import { P21, P22 } from './simple.ts';
import { P09, P10 } from './stage.ts';
import { P02, P03 } from './suspects.ts';
import { P27, P28 } from './telling.ts';
import { P29, P31 } from './together.ts';
import { P07 } from './urgent.ts';
import { P01, P19, P20 } from './whoIsHurt.ts';

export const PRINCIPLES: Readonly<Record<string, Principle>> = {
  P01,
  P02,
  P03,
  P04,
  P05,
  P06,
  P07,
  P08,
  P09,
  P10,
  P11,
  P12,
  P13,
  P14,
  P15,
  P16,
  P17,
  P18,
  P19,
  P20,
  P21,
  P22,
  P23,
  P24,
  P25,
  P26,
  P27,
  P28,
  P29,
  P30,
  P31,
};

/** Those the incident is about come first, in its own order; the rest follow by number. */
export function judgePrinciples(run: Judged, findings: Findings): PrincipleResult[] {
  const told = run.scenario.principles.filter((id) => Object.hasOwn(PRINCIPLES, id));
  const rest = Object.keys(PRINCIPLES).filter((id) => !told.includes(id));
  return [...told, ...rest].flatMap((id) => {
    const found = PRINCIPLES[id];
    return found === undefined ? [] : [resultOf(found, run, findings)];
  });
}

function resultOf(principle: Principle, run: Judged, findings: Findings): PrincipleResult {
  const result = principle.judge(run, findings);
  if (result !== 'not exercised') return result;
  const { id, title, questions } = principle;
  return {
    id,
    title,
    questions,
    verdict: 'not exercised',
    because: 'Nothing in this run asked for it.',
    lines: [],
    fair: '',
  };
}
