/** What may be shown and counted, and what newcomers get. */
import type { Run } from '../run.ts';
import type { MenuItem } from '../view.ts';
import { plain } from './acts.ts';
import { change } from './choices.ts';

export function contentChanges(run: Run): MenuItem[] {
  const item = change(run);
  return [
    item(
      'fail-closed',
      'Missing verdicts count as violations',
      'clean ideas wait too',
      plain({ kind: 'fail-closed' }),
    ),
    item('filter-off', 'Switch the policy filter off', 'all of it', plain({ kind: 'filter-off' })),
    item('spam-rule', 'Stop counting fake saves', 'by how accounts behave', [
      {
        label: 'Narrow',
        detail: 'accounts that save like no person',
        spec: { kind: 'spam-rule', breadth: 'narrow' },
      },
      {
        label: 'Broad',
        detail: 'every young account',
        spec: { kind: 'spam-rule', breadth: 'broad' },
      },
    ]),
    item('restore-history', 'Restore erased histories', 'from a snapshot', [
      {
        label: 'Except where erasure was asked for',
        detail: 'the list of requests is read first',
        spec: { kind: 'restore-history', honourErasures: true },
      },
      {
        label: 'All of them',
        detail: 'the snapshot as it is',
        spec: { kind: 'restore-history', honourErasures: false },
      },
    ]),
    item(
      'cold-start',
      'Cold start for newcomers',
      'what is popular here, and a question',
      plain({ kind: 'cold-start' }),
    ),
    item(
      'newcomer-floor',
      'Floor for new creators',
      'their scores start higher',
      [0.2, 0.4, 0.8].map((logit) => ({
        label: `+ ${logit}`,
        detail: 'on the logit',
        spec: { kind: 'newcomer-floor', logit },
      })),
    ),
    item(
      'notification-bar',
      'Bar for notifications',
      'what is worth an interruption',
      [0.8, 1.2, 1.5].map((factor) => ({
        label: `× ${factor}`,
        detail: factor < 1 ? 'more are sent' : 'fewer are sent',
        spec: { kind: 'notification-bar', factor },
      })),
    ),
  ];
}
