/** Night shift, day shift. */
import type { JSX } from 'preact';
import { useApp } from './context.ts';

export const ThemeSwitch = (): JSX.Element => {
  const { theme, prefer } = useApp();
  const light = theme.value === 'light';
  return (
    <button
      type="button"
      class="key icon"
      aria-label={light ? 'Switch to the dark theme' : 'Switch to the light theme'}
      title={light ? 'Night shift' : 'Day shift'}
      onClick={() => prefer({ theme: light ? 'dark' : 'light' })}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {light ? (
          <path d="M11.5 8.6A5 5 0 0 1 5.4 2.5a5 5 0 1 0 6.1 6.1z" fill="currentColor" />
        ) : (
          <g stroke="currentColor" stroke-width="1.4" stroke-linecap="round">
            <circle cx="7" cy="7" r="2.6" fill="currentColor" stroke="none" />
            <path d="M7 1v1.4M7 11.6V13M1 7h1.4M11.6 7H13M2.8 2.8l1 1M10.2 10.2l1 1M11.2 2.8l-1 1M3.8 10.2l-1 1" />
          </g>
        )}
      </svg>
    </button>
  );
};
