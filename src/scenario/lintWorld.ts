/** Rules of the world that need numbers rather than names. */
import { clocksOf, percentOf } from './compileClocks.ts';
import type { ScenarioDocument } from './schema.ts';
import type { Complaint } from './source.ts';

/** Per cent by which the builds of a platform may miss a whole, for rounding. */
const TOLERANCE = 0.5;

export function lintWorld(document: ScenarioDocument): Complaint[] {
  return [...lintAdoption(document), ...lintPools(document), ...lintLayers(document)];
}

/** Builds of a platform share its people: at every point of any of their curves they add up. */
function lintAdoption(document: ScenarioDocument): Complaint[] {
  const clocks = clocksOf(document);
  const { builds } = document.world;
  const curves = builds.map((build) =>
    build.adoption.map(({ at, share }) => ({ tick: clocks.tick(at), share: percentOf(share) })),
  );
  return builds.flatMap((build, index): Complaint[] => {
    const siblings = curves.filter((_, other) => builds[other]?.platform === build.platform);
    return (curves[index] ?? []).flatMap(({ tick }, point): Complaint[] => {
      const sum = siblings.reduce((total, curve) => total + shareAt(curve, tick), 0);
      if (Math.abs(sum - 100) <= TOLERANCE) return [];
      return [
        {
          code: 'SCN045',
          path: ['world', 'builds', index, 'adoption', point, 'share'],
          found: `${build.platform} adds up to ${Math.round(sum * 10) / 10} % then`,
          expected: '100 %',
        },
      ];
    });
  });
}

function shareAt(curve: readonly { tick: number; share: number }[], tick: number): number {
  let before: { tick: number; share: number } | null = null;
  for (const point of curve) {
    if (point.tick > tick) {
      return before === null
        ? 0
        : before.share +
            ((point.share - before.share) * (tick - before.tick)) / (point.tick - before.tick);
    }
    before = point;
  }
  return before?.share ?? 0;
}

function lintPools({ world }: ScenarioDocument): Complaint[] {
  if (world.pools === undefined) return [];
  const sum = world.pools.reduce((total, { share }) => total + percentOf(share), 0);
  if (Math.abs(sum - 100) <= TOLERANCE) return [];
  return [
    {
      code: 'SCN059',
      path: ['world', 'pools'],
      found: `adds up to ${Math.round(sum * 10) / 10} %`,
      expected: '100 %',
    },
  ];
}

/** Arms of the experiments of a layer share its people. */
function lintLayers({ world }: ScenarioDocument): Complaint[] {
  const taken = new Map<string, number>();
  return (world.experiments ?? []).flatMap(({ layer, arms }, index): Complaint[] => {
    const own = arms.reduce((total, { share }) => total + percentOf(share), 0);
    const sum = (taken.get(layer) ?? 0) + own;
    taken.set(layer, sum);
    if (sum <= 100 + TOLERANCE) return [];
    return [
      {
        code: 'SCN061',
        path: ['world', 'experiments', index, 'arms'],
        found: `layer ${layer} then takes ${Math.round(sum * 10) / 10} %`,
        expected: '100 % at most',
      },
    ];
  });
}
