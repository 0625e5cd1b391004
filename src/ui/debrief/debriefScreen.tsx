/** The analysis board. */
import type { JSX } from 'preact';
export const DebriefScreen = (): JSX.Element => <p>…</p>;
