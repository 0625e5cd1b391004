/** Where and when we are: call-sign, simulated clock, phase; the way to every move and to help. */
import type { JSX } from 'preact';
import type { Phase } from '../../session/view.ts';
import { Brand } from '../app/brand.tsx';
import { useApp } from '../app/context.ts';
import { Mark } from '../app/mark.tsx';
import { ThemeSwitch } from '../app/themeSwitch.tsx';
import { dayNumber } from '../../session/dayWords.ts';
import { minutes } from '../format.ts';
import { useDesk } from './desk.ts';
import { phasesDone } from './phasesDone.ts';
import { useView } from './useView.ts';

const PHASES: readonly (readonly [Phase, string])[] = [
  ['page', 'Page'],
  ['scope', 'Scope'],
  ['reason', 'Reason'],
  ['act', 'Act'],
  ['verify', 'Verify'],
  ['explain', 'Explain'],
];

const Phases = (): JSX.Element => {
  const view = useView();
  const done = phasesDone(view);
  return (
    <ol class="phases" aria-label="Phases of the incident">
      {PHASES.map(([id, label]) => (
        <li
          key={id}
          class={id === view.phase ? 'now' : done.has(id) ? 'done' : ''}
          aria-current={id === view.phase ? 'step' : undefined}
        >
          {done.has(id) && <Mark shape="tick" />}
          {label}
          {done.has(id) && <span class="unseen"> (done)</span>}
        </li>
      ))}
    </ol>
  );
};

export const TopBar = (): JSX.Element => {
  const app = useApp();
  const desk = useDesk();
  const view = useView();
  const { now } = view;
  return (
    <header class="top play-top">
      <Brand onClick={() => app.go({ type: 'LEAVE' })} />
      <h1 class="call-sign">{view.callSign}</h1>
      <p class="clock mono">
        <span class="unseen">It is </span>
        <b>{now.label}</b>
        <span class="soft">
          T+{minutes(now.minutesSincePage)}
          {now.looksLeft !== null &&
            ` · ${dayNumber(now.tick)} · ${now.looksLeft} ${now.looksLeft === 1 ? 'look' : 'looks'} left today`}
        </span>
      </p>
      <Phases />
      <div class="row keys-row">
        <button
          type="button"
          class="key"
          aria-label="Find a move"
          title="Find a move (/ or Ctrl K, on a Mac Command K)"
          onClick={() => (desk.dialog.value = { open: 'palette' })}
        >
          <Mark shape="find" />
        </button>
        <ThemeSwitch />
        <button
          type="button"
          class="key"
          aria-label="Help and keys"
          onClick={() => (desk.dialog.value = { open: 'help' })}
        >
          ?
        </button>
      </div>
    </header>
  );
};
