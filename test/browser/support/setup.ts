/** Before each file: what its tests open is closed after each of them. */
import { afterEach } from 'vitest';
import { closePages } from './session.ts';

afterEach(closePages);
