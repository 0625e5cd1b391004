/** The schema as JSON Schema draft-07, for completion and hover help in any editor. */
import { z } from 'zod';
import { ScenarioSchema } from './schema.ts';
import { Scope, ScopeShape } from './schemaScope.ts';

/** Text of `scenarios/scenario.schema.json`. */
export function jsonSchemaText(): string {
  const scope = z.toJSONSchema(ScopeShape, { target: 'draft-7', io: 'input' });
  delete scope.$schema;
  const schema = z.toJSONSchema(ScenarioSchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // Scopes accept anything in the schema itself, see there; an editor is told their strict form.
      if (zodSchema === Scope) Object.assign(jsonSchema, scope);
    },
  });
  return `${JSON.stringify({ title: 'An incident of Blast Radius', ...schema }, null, 2)}\n`;
}
