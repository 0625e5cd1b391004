/** The parts of the bench that are measured in a process of their own, so that nothing else has warmed or filled it. */
import { candidatesExponent, sessionsExponent } from './benchExponents.ts';
import { holdTelemetry, measureExtras, type ExtraFigures } from './benchExtras.ts';
import { peerRows } from './benchPeer.ts';
import { measureMarks } from './benchMarks.ts';
import { measureRatio, type Ratio } from './benchRatio.ts';
import { measureWorld, type WorldFigures } from './benchWorld.ts';

export interface Cold {
  readonly figures: WorldFigures;
  readonly extras: ExtraFigures;
  /** Once the engine has compiled what it will: the median of the last three of five further runs, seconds. */
  readonly warmSeconds: number;
}

/** Exponents of cost. */
export interface Growth {
  readonly sessions: number;
  readonly candidates: number;
}

/** Each must be called once, and in a fresh process. */
export const PARTS = {
  standard: () => cold('standard'),
  check: () => cold('check'),
  growth: (): Growth => ({
    sessions: sessionsExponent(cpu),
    candidates: candidatesExponent(measureWorld('standard').world, cpu),
  }),
  ratio: (): Ratio => measureRatio(cpu),
  peer: () => peerRows(cpu),
  marks: () => measureMarks(cpu),
  /** Largest size of the process, megabytes. */
  memory: (): number => {
    holdTelemetry();
    return process.resourceUsage().maxRSS / 1024;
  },
} as const;
export type PartName = keyof typeof PARTS;

function cold(preset: 'standard' | 'check'): Cold {
  const { world, figures } = measureWorld(preset, cpu);
  const extras = measureExtras(world);
  const [, , ...warm] = Array.from({ length: 5 }, () => measureWorld(preset).figures.seconds);
  return { figures, extras, warmSeconds: warm.toSorted((a, b) => a - b)[1]! };
}

/** Processor time of this process, seconds: on a shared machine the wall's clock counts the neighbours too. */
function cpu(): number {
  return process.cpuUsage().user / 1e6;
}
