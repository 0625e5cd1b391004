/** Validation and calibration as they ship, for tests. */
import { bundle } from '../bundled/bundle.ts';
import type * as agreement from '../../src/analysis/agreement/measure.ts';
import type * as belief from '../../src/analysis/belief/cases.ts';
import type * as outlooks from '../../src/analysis/marks/outlooks.ts';
import type * as calibrate from '../../src/analysis/calibration/calibrate.ts';
import type * as report from '../../src/analysis/calibration/report.ts';
import type * as tryOut from '../../src/analysis/prevention/tryOut.ts';
import type * as degeneration from '../../src/analysis/validation/degeneration.ts';
import type * as diversityOff from '../../src/analysis/validation/diversityOff.ts';
import type * as homogenisation from '../../src/analysis/validation/homogenisation.ts';
import type * as interval from '../../src/analysis/validation/interval.ts';
import type * as neverRetrained from '../../src/analysis/validation/neverRetrained.ts';
import type * as policies from '../../src/analysis/validation/policies.ts';
import type * as popularityLoop from '../../src/analysis/validation/popularityLoop.ts';
import type * as servingGap from '../../src/analysis/validation/servingGap.ts';
import type * as shallowClicks from '../../src/analysis/validation/shallowClicks.ts';
import type * as shapes from '../../src/analysis/validation/shapes.ts';
import type * as summary from '../../src/analysis/validation/summary.ts';

const FOLDER = '../../src/analysis';

type Surface = typeof agreement &
  typeof belief &
  typeof outlooks &
  typeof calibrate &
  typeof report &
  typeof degeneration &
  typeof diversityOff &
  typeof homogenisation &
  typeof interval &
  typeof tryOut &
  typeof neverRetrained &
  typeof policies &
  typeof popularityLoop &
  typeof servingGap &
  typeof shallowClicks &
  typeof shapes &
  typeof summary;

export const validation = await bundle<Surface>(
  'validation',
  [
    'agreement/measure',
    'belief/cases',
    'marks/outlooks',
    'calibration/calibrate',
    'calibration/report',
    'prevention/tryOut',
    'validation/degeneration',
    'validation/diversityOff',
    'validation/homogenisation',
    'validation/interval',
    'validation/neverRetrained',
    'validation/policies',
    'validation/popularityLoop',
    'validation/servingGap',
    'validation/shallowClicks',
    'validation/shapes',
    'validation/summary',
  ].map((path) => new URL(`${FOLDER}/${path}.ts`, import.meta.url)),
);
