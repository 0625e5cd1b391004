/** The declared radius on the screen, with how many people it holds. */
import { tickLabel } from '../sim/clock.ts';
import { POPULATION_MILLIONS } from '../sim/presets.ts';
import type { Scope } from '../sim/segments.ts';
import { isInside, membership } from '../sim/telemetry/observer.ts';
import { memberMillions } from '../sim/telemetry/sums.ts';
import { targetOf } from './menu/target.ts';
import { now, type Run } from './run.ts';
import type { RadiusView } from './view.ts';
import { scopeWords } from './words.ts';

export function radiusOf(run: Run): RadiusView {
  const { desk } = run;
  const target = targetOf(run);
  const undeclared = desk.radius.hurtNow === null && desk.radius.reading === null;
  const last = desk.radiusHistory[desk.radiusHistory.length - 1];
  return {
    claim: desk.radius,
    declaredAt: last === undefined ? null : tickLabel(last.tick),
    revisions: Math.max(0, desk.radiusHistory.length - 1),
    targetLabel: undeclared ? 'everyone: nothing declared yet' : scopeWords(target),
    target,
    peopleMillions: millionsIn(run, target),
    populationMillions: POPULATION_MILLIONS,
  };
}

/** Real people of a scope, in millions. */
export function millionsIn(run: Run, scope: Scope): number {
  if (scope.length === 0) return 0;
  const inside = membership(run.observer, scope, now(run));
  let sum = 0;
  for (let m = 0; m < run.pair.panel.person.length; m++)
    if (isInside(inside, m)) sum += memberMillions(run.observer, m);
  return sum;
}
