/** Your radius: the target of every move once declared. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Scope } from '../../sim/segments.ts';
import { useApp } from '../app/context.ts';
import { millions } from '../format.ts';
import { coversCell } from '../lens/layers.ts';
import type { Attention } from '../play/attention.ts';
import { useDesk } from '../play/desk.ts';
import { useView } from '../play/useView.ts';
import { isUnsaid } from './edit.ts';
import { LayerRow } from './layerRow.tsx';
import { SinceRow } from './sinceRow.tsx';

/** People of the draft, counted anew at every edit; the declared figure once it is the declared one. */
const People = (): JSX.Element => {
  const { run } = useApp();
  const { radius, now } = useView();
  const reading = run.draft.value.reading;
  const asked = run.undeclared.value && reading !== null ? JSON.stringify(reading) : null;
  const counted = useSignal<{ readonly of: string; readonly millions: number | null } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    let over = false;
    void run.peopleIn(JSON.parse(asked) as Scope).then((found) => {
      if (!over) counted.value = { of: asked, millions: found };
    });
    return () => {
      over = true;
    };
  }, [asked, now.tick]);
  const whole = `of ${millions(radius.populationMillions)}`;
  if (reading === null)
    return <span class="mute">everyone, {millions(radius.populationMillions)}</span>;
  if (reading.length === 0) return <span>nobody</span>;
  if (!run.undeclared.value && radius.peopleMillions === 0) return <span>nobody any more</span>;
  if (!run.undeclared.value)
    return (
      <span>
        {millions(radius.peopleMillions)} {whole}
      </span>
    );
  const own = counted.value?.of === asked ? counted.value.millions : undefined;
  if (own === undefined) return <span class="mute">counting…</span>;
  if (own === null) return <span class="mute">not counted</span>;
  return (
    <span>
      {own === 0 ? 'nobody' : millions(own)} {whole}
    </span>
  );
};

/** A group cannot be both hurt and the witness: say so before it is declared. */
const contradiction = (
  view: ReturnType<typeof useView>,
  draft: ReturnType<typeof useApp>['run']['draft']['value'],
): boolean =>
  draft.witness !== null &&
  draft.reading !== null &&
  view.lens.cells.some(
    (cell) =>
      coversCell(draft.witness ?? [], cell, view.lens.by) &&
      coversCell(draft.reading ?? [], cell, view.lens.by),
  );

export const RadiusCard = ({ attention }: { readonly attention: Attention }): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const view = useView();
  const draft = run.draft.value;
  const undeclared = run.undeclared.value;
  const differs = view.menu
    .flatMap((group) => group.items)
    .find((item) => item.command?.kind === 'look' && item.command.look.view === 'differs');
  const { declaredAt, claim } = view.radius;
  const nothingYet = declaredAt === null && isUnsaid(draft);
  return (
    <section class="card radius" aria-labelledby="radius-title">
      <header class="card-head">
        <h2 id="radius-title" tabIndex={-1}>
          Your radius
        </h2>
        {run.edited.value ? (
          <button
            type="button"
            class="text-button"
            title="Take back the last edit (U)"
            onClick={() => run.undoEdit()}
          >
            Undo edit
          </button>
        ) : (
          <span>{declaredAt === null ? 'moves reach everyone' : 'target of every move'}</span>
        )}
      </header>
      <dl class="radius-rows">
        <LayerRow layer="reading" />
        <LayerRow layer="hurtNow" />
        <LayerRow layer="hurtLater" />
        <LayerRow layer="witness" />
        <SinceRow />
        <dt>People</dt>
        <dd>
          <People />
        </dd>
      </dl>
      {contradiction(view, draft) && (
        <p class="loss-text radius-note">Your witness is inside your radius.</p>
      )}
      {nothingYet && (
        <p id="radius-unsaid" class="mute radius-note">
          Nothing to declare yet: draw around people or add a group, or say here who is touched.
        </p>
      )}
      <div class="radius-actions">
        <button
          type="button"
          aria-describedby={nothingYet ? 'radius-unsaid' : undefined}
          class={attention === 'declare' ? 'button next wide' : 'button wide'}
          title={declaredAt === null ? undefined : `Declared ${declaredAt}`}
          disabled={!undeclared || isUnsaid(draft)}
          onClick={() => void run.send({ kind: 'declare', radius: draft })}
        >
          {declaredAt === null ? 'Declare' : undeclared ? 'Declare anew' : 'Declared'}
        </button>
        {declaredAt !== null && undeclared ? (
          <button
            type="button"
            class="button bare wide"
            onClick={() => run.edit({ edit: 'replace', claim })}
          >
            Put back
          </button>
        ) : (
          differs?.command !== null &&
          differs !== undefined && (
            <button
              type="button"
              class="button compact"
              disabled={differs.disabled !== null}
              onClick={() => {
                if (differs.choices.length > 0)
                  desk.dialog.value = { open: 'choices', item: differs };
                else if (differs.command !== null) void run.send(differs.command);
              }}
            >
              {differs.label} <span class="mono mute">{differs.cost}</span>
            </button>
          )
        )}
      </div>
    </section>
  );
};
