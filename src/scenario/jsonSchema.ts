/** The schema as JSON Schema draft-07, for completion and hover help in any editor. */
import { z } from 'zod';
import { OWN_PARTS } from './archetype.ts';
import { ScenarioSchema } from './schema.ts';
import { Scope, ScopeShape } from './schemaScope.ts';

interface Shape {
  type?: string;
  required?: string[];
  properties?: Record<string, Shape>;
}

/**
 * What must be there, asked only of files that stand alone: with `extends` the archetype may have it, down to the mappings
 * that are merged key by key.
 */
function requiredUnlessExtended(schema: Shape): object {
  const { required = [], properties = {} } = schema;
  delete schema.required;
  const mappings: Record<string, Shape> = {};
  for (const [name, part] of Object.entries(properties)) {
    if (part.type !== 'object' || part.required === undefined || name === 'page') continue;
    mappings[name] = { required: part.required };
    delete part.required;
  }
  return {
    if: { required: ['extends'] },
    // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
    then: { required: OWN_PARTS },
    else: { required, properties: mappings },
  };
}

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
  const conditions = requiredUnlessExtended(schema as Shape);
  const whole = { title: 'An incident of Blast Radius', ...schema, ...conditions };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
