/** Changes of who is served by which version, with how ready each version is. */
import { tickLabel } from '../../sim/clock.ts';
import { EVERYONE, type Scope } from '../../sim/segments.ts';
import { labelsAt } from '../../sim/telemetry/observer.ts';
import { now, type Run } from '../run.ts';
import type { MenuItem } from '../view.ts';
import { scopeWords } from '../words.ts';
import { act } from './acts.ts';

export function versionChanges(run: Run, target: Scope): MenuItem[] {
  const lines = run.pair.live.lines.filter((l) => !l.frozen);
  const serving = new Set(labelsAt(run.observer, 'model', now(run)));
  const servesAll = (version: string): boolean => serving.size === 1 && serving.has(version);
  const readiness = (version: string): string => {
    const model = run.scenario.world.models.find(
      (m) => version === m.version || version.startsWith(`${m.version}.d`),
    );
    if (model === undefined) return '';
    const snapshot = lines.flatMap((l) => l.snapshots).find((s) => s.id === version);
    const trained = snapshot === undefined ? '' : `as trained ${tickLabel(snapshot.trainedTick)}; `;
    const serves = servesAll(version) ? 'serves everyone now; ' : '';
    const days = model.ready.rehearsedDaysAgo;
    return `${serves}${trained}${model.ready.artefact ? 'artefact kept' : 'artefact not kept'}, ${model.ready.featuresServed ? 'features served' : 'features no longer served'}, ${days === null ? 'never rehearsed' : `rehearsed ${days} d ago`}`;
  };
  const older = lines.flatMap((l) => {
    const before = l.snapshots.filter(
      (s) => s.id !== l.served.id && s.recipe === 'daily' && s.rows > 0,
    );
    return before
      .slice(-2)
      .map((s) => s.id)
      .toReversed();
  });
  const versions = [...lines.map((l) => l.version), ...older];
  const whom = scopeWords(target);
  return [
    act(
      run,
      'change-route',
      'Route the radius to a version',
      `for ${whom}`,
      'route-cohort',
      versions.map((to) => ({
        label: to,
        detail: `${whom}; ${readiness(to)}`,
        spec: { kind: 'route-cohort', to, scope: target },
      })),
      true,
    ),
    act(
      run,
      'change-rollback',
      'Roll back the ranker for everyone',
      'all traffic',
      'rollback-model',
      versions.map((to) => ({
        label: to,
        detail: readiness(to),
        spec: { kind: 'rollback-model', to, scope: EVERYONE },
      })),
      false,
    ),
    act(
      run,
      'change-promote',
      'Promote a version',
      'all traffic, at once',
      'promote-model',
      lines.map((l) => ({
        label: l.version,
        detail: readiness(l.version),
        spec: { kind: 'promote-model', version: l.version },
      })),
      false,
    ),
  ];
}
