/** Scopes as an author writes them. Their dimensions and values are checked by the reference pass, word by word. */
import { z } from 'zod';
import { DIMENSIONS, SURFACES, type Dimension } from '../sim/segments.ts';

export type ConjunctionDocument = { readonly [D in Dimension]?: string | readonly string[] };
export type ScopeDocument =
  | 'everyone'
  | 'nobody'
  | ConjunctionDocument
  | readonly ConjunctionDocument[];

const values = z.union([z.string(), z.array(z.string())]);
const conjunction = z.partialRecord(z.enum(DIMENSIONS), values);

/**
 * Accepts anything: a union would complain about every branch at once, where the reference pass can point at the one
 * wrong word. The JSON Schema shown to editors is the strict one below.
 */
export const Scope = z
  .custom<ScopeDocument>(() => true)
  .meta({
    id: 'scope',
    description:
      'Whom it concerns: `everyone`, `nobody`, one mapping of dimensions to a value or a list of values (all must hold), or a list of such mappings (any may hold).',
  });

/** What an editor is told about scopes. */
export const ScopeShape = z.union([
  z.enum(['everyone', 'nobody']),
  conjunction,
  z.array(conjunction),
]);

export const SurfaceChoice = z
  .enum([...SURFACES, 'all'])
  .meta({ description: 'The surface measured; `all` where absent.' });
