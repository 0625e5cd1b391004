/** A scenario by its id: one of the build, or a drill, which its name makes again. What makes drills is fetched when one is played. */
import { loadCompiled } from 'virtual:scenarios';
import { drillNamed } from '../drills/nameFormat.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';

export async function findScenario(id: string): Promise<CompiledScenario | null> {
  const drill = drillNamed(id);
  if (drill === null) return loadCompiled(id);
  const { loadDrill } = await import('../drills/loadDrill.ts');
  return loadDrill(drill).scenario;
}
