/** One suspect put to a cheap test, with what is expected written down before. */
import type { Test } from '../../session/commands.ts';
import type { View } from '../../session/view.ts';
import { EVERYONE, type Scope } from '../../sim/segments.ts';
import type { Steps } from '../bot.ts';
import { test } from '../steps.ts';
import type { Suspect, Testable } from './suspects.ts';

/** What a conviction looks like: without the suspect saves rise; a build under audit reports more than was shown. */
function testOf(suspect: Testable, scope: Scope): Test {
  switch (suspect.what) {
    case 'version':
      return { test: 'replay', swap: 'model', to: suspect.before, scope };
    case 'build':
      return { test: 'event-audit', build: suspect.build };
    case 'counts':
      return { test: 'replay', swap: 'popularity', to: 'usual', scope: EVERYONE };
  }
}

/**
 * The first suspect whose test came out as expected. Where none did, whoever was not cleared and whose test leans that way
 * by more than its error: one suspect left over after the others were cleared is worth a remedy that can be taken back.
 */
export function* convict(
  first: View,
  suspects: readonly Testable[],
  scope: Scope,
): Steps<{ view: View; convicted: Suspect | null }> {
  let view = first;
  let leaning: { readonly suspect: Suspect; readonly errors: number } | null = null;
  for (const suspect of suspects) {
    view = yield* test(view, testOf(suspect, scope), { expect: 'up' });
    const answer = view.panels[0]?.answer ?? null;
    if (answer?.verdict === 'agreed') return { view, convicted: suspect };
    if (answer?.verdict !== 'undecided') continue;
    const errors = answer.value / answer.error;
    if (errors > Math.max(1, leaning?.errors ?? 0)) leaning = { suspect, errors };
  }
  return { view, convicted: leaning?.suspect ?? null };
}
