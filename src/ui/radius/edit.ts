/** Editing a radius before it is declared: one reducer behind lasso, buttons, chips and the picker. */
import type { RadiusClaim } from '../../session/commands.ts';
import type { Dimension, Scope } from '../../sim/segments.ts';
import { minus, simplified, union, type Universe } from './algebra.ts';

export const LAYERS = ['reading', 'hurtNow', 'hurtLater', 'witness'] as const;
export type Layer = (typeof LAYERS)[number];

export const LAYER_LABELS: Readonly<Record<Layer, string>> = {
  reading: 'Moved',
  hurtNow: 'Hurt now',
  hurtLater: 'Hurt later',
  witness: 'Fine',
};

export const LAYER_HINTS: Readonly<Record<Layer, string>> = {
  reading: 'Whose numbers moved, whether or not anybody was hurt.',
  hurtNow: 'Who gets a worse service now, as far as a second source confirms it.',
  hurtLater: 'Who will be hurt if nothing is done.',
  witness: 'A group like the others that is not affected: your witness.',
};

export const UNSAID: RadiusClaim = {
  reading: null,
  hurtNow: null,
  hurtLater: null,
  witness: null,
  sinceTick: null,
  severity: null,
};

export type RadiusEdit =
  | {
      readonly edit: 'add';
      readonly layer: Layer;
      readonly scope: Scope;
      readonly universe: Universe;
    }
  | {
      readonly edit: 'remove';
      readonly layer: Layer;
      readonly scope: Scope;
      readonly universe: Universe;
    }
  | { readonly edit: 'set'; readonly layer: Layer; readonly scope: Scope | null }
  /** Drops one conjunction of a union. */
  | { readonly edit: 'drop-part'; readonly layer: Layer; readonly part: number }
  /** Widens one conjunction by letting go of a dimension. */
  | {
      readonly edit: 'drop-dimension';
      readonly layer: Layer;
      readonly part: number;
      readonly dimension: Dimension;
    }
  | { readonly edit: 'since'; readonly tick: number | null }
  | { readonly edit: 'severity'; readonly severity: RadiusClaim['severity'] }
  | { readonly edit: 'replace'; readonly claim: RadiusClaim };

const withLayer = (claim: RadiusClaim, layer: Layer, scope: Scope | null): RadiusClaim => ({
  ...claim,
  [layer]: scope,
});

/** Naming a witness takes those people out of nothing: the claim may contradict itself, and the player is shown so. */
export const editRadius = (claim: RadiusClaim, edit: RadiusEdit): RadiusClaim => {
  switch (edit.edit) {
    case 'add':
      return withLayer(
        claim,
        edit.layer,
        union(claim[edit.layer] ?? [], edit.scope, edit.universe),
      );
    case 'remove': {
      const left = minus(claim[edit.layer] ?? [], edit.scope, edit.universe);
      // Taking the last cell away is not the claim that nobody is in it.
      return withLayer(claim, edit.layer, left.length === 0 ? null : left);
    }
    case 'set':
      return withLayer(claim, edit.layer, edit.scope);
    case 'drop-part': {
      const left = (claim[edit.layer] ?? []).filter((_, index) => index !== edit.part);
      return withLayer(claim, edit.layer, left.length === 0 ? null : left);
    }
    case 'drop-dimension': {
      const parts = (claim[edit.layer] ?? []).map((conjunction, index) => {
        if (index !== edit.part) return conjunction;
        const { [edit.dimension]: _, ...rest } = conjunction;
        return rest;
      });
      const only = parts.length === 1 && Object.keys(parts[0] ?? {}).length === 0;
      // Letting go of the only dimension withdraws the claim; *everyone* has to be said on purpose.
      return withLayer(claim, edit.layer, only ? null : simplified(parts, new Map()));
    }
    case 'since':
      return { ...claim, sinceTick: edit.tick };
    case 'severity':
      return { ...claim, severity: edit.severity };
    default:
      return edit.claim;
  }
};

export const sameClaim = (a: RadiusClaim, b: RadiusClaim): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export const isUnsaid = (claim: RadiusClaim): boolean => sameClaim(claim, UNSAID);
