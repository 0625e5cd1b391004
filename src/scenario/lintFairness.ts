/** Rules that keep a case a case: rivals, decoys, a witness, sentences one may choose between. */
import { expand, valueAt } from './paths.ts';
import type { Complaint } from './source.ts';

const LEAST_DECOYS = 8;

export function lintFairness(data: unknown): Complaint[] {
  return [...lintHypotheses(data), ...lintDecoys(data), ...lintOffers(data), ...lintWitness(data)];
}

function lintHypotheses(data: unknown): Complaint[] {
  const all = expand(data, 'hypotheses.*');
  if (all.length === 0) return [];
  const truths = all.filter((path) => valueAt(data, [...path, 'truth']) === true);
  const complaints: Complaint[] = [];
  if (truths.length === 0) {
    complaints.push({
      code: 'SCN040',
      path: ['hypotheses'],
      atKey: true,
      found: 'none of them is true',
    });
  }
  for (const path of truths.slice(1)) {
    complaints.push({
      code: 'SCN040',
      path: [...path, 'truth'],
      found: 'another one is true already',
    });
  }
  if (truths.length === all.length) {
    complaints.push({
      code: 'SCN041',
      path: ['hypotheses'],
      atKey: true,
      found: 'no rival among them',
    });
  }
  return complaints;
}

function lintDecoys(data: unknown): Complaint[] {
  if (!Array.isArray(valueAt(data, ['changes']))) return [];
  const innocent = expand(data, 'changes.*').filter(
    (path) => valueAt(data, [...path, 'guilty']) !== true,
  );
  if (innocent.length >= LEAST_DECOYS) return [];
  return [
    {
      code: 'SCN042',
      path: ['changes'],
      atKey: true,
      found: `${innocent.length} innocent changes`,
      expected: `at least ${LEAST_DECOYS}`,
    },
  ];
}

/** A register with `never` is an over-claim; one without can be earned. */
function lintOffers(data: unknown): Complaint[] {
  return expand(data, 'offers.*.registers').flatMap((path): Complaint[] => {
    const registers = valueAt(data, path);
    if (!Array.isArray(registers)) return [];
    const overclaims = registers.filter((_, index) =>
      says(data, [...path, index, 'needs'], 'never'),
    ).length;
    if (registers.length >= 2 && overclaims < registers.length) return [];
    return [
      {
        code: 'SCN049',
        path,
        atKey: true,
        found: registers.length < 2 ? 'a choice of one' : 'nothing here can ever be honest',
      },
    ];
  });
}

function says(data: unknown, path: readonly (string | number)[], need: string): boolean {
  const needs = valueAt(data, path);
  return Array.isArray(needs) && needs.some((entry) => valueAt(entry, ['need']) === need);
}

function lintWitness(data: unknown): Complaint[] {
  const expectations = expand(data, 'expectations.*.expect');
  if (expectations.length === 0 || expectations.some((path) => valueAt(data, path) === 'flat'))
    return [];
  return [{ code: 'SCN055', path: ['expectations'], atKey: true, found: 'nothing must stay flat' }];
}
