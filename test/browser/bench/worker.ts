/** The bench's world in a worker, cold: a worker runs it once. */
import { measureWorld } from '../../../src/cli/benchWorld.ts';

postMessage(measureWorld('standard').figures);
