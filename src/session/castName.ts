/** The name of somebody of an incident; whoever is not among its people, such as a team, is called as the incident does. */
import type { CompiledScenario } from '../scenario/compiled.ts';

export const castName = ({ cast }: CompiledScenario, id: string): string =>
  cast.find((person) => person.id === id)?.name ?? id;
