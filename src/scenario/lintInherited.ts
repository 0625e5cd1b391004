/** Rules of a shift that is taken over: its moves could have been made, in their order, before it changes hands. */
import { minutesOf } from './compileClocks.ts';
import type { ScenarioDocument } from './schema.ts';
import type { HandedMoveDocument, InheritedDocument } from './schemaInherited.ts';
import type { Complaint, Path } from './source.ts';
import { didYouMean } from './suggest.ts';

export function lintInherited(document: ScenarioDocument): Complaint[] {
  const { inherited } = document;
  if (inherited === undefined) return [];
  return [
    ...nameTaken(document, inherited),
    ...outOfOrder(inherited),
    ...unknownOrders(inherited),
    ...forbidden(document, inherited),
    ...afterTheCase(document, inherited),
  ];
}

function nameTaken({ cast }: ScenarioDocument, { from }: InheritedDocument): Complaint[] {
  return cast.some(({ id }) => id === from.id)
    ? [{ code: 'SCN033', path: ['inherited', 'from', 'id'], found: 'already the id of another' }]
    : [];
}

function outOfOrder({ moves, at }: InheritedDocument): Complaint[] {
  const minutes = moves.map(({ after }) => minutesOf(after));
  const complaints = minutes.flatMap((minute, k): Complaint[] =>
    k === 0 || minute >= minutes[k - 1]!
      ? []
      : [
          {
            code: 'SCN063',
            path: ['inherited', 'moves', k, 'after'],
            found: 'before the move above it',
          },
        ],
  );
  return minutesOf(at) > Math.max(...minutes)
    ? complaints
    : [
        ...complaints,
        {
          code: 'SCN063',
          path: ['inherited', 'at'],
          found: 'not after the last move',
          expected: 'a later minute',
        },
      ];
}

/** What is taken back was ordered before. */
function unknownOrders({ moves, references }: InheritedDocument): Complaint[] {
  const orders = (list: readonly HandedMoveDocument[]): string[] =>
    list.flatMap((move) => (move.do === 'act' ? [move.id] : []));
  const complain = (path: Path, wanted: string, known: readonly string[]): Complaint[] =>
    known.includes(wanted)
      ? []
      : [
          {
            code: 'SCN037',
            path,
            found: 'no order of this id before it',
            suggestion: didYouMean(wanted, known),
            expected: known.length > 0 ? `one of ${known.join(', ')}` : null,
          },
        ];
  return [
    ...moves.flatMap((move, k) =>
      move.do === 'undo'
        ? complain(['inherited', 'moves', k, 'of'], move.of, orders(moves.slice(0, k)))
        : [],
    ),
    ...references.flatMap(({ undo = [] }, line) =>
      undo.flatMap((id, k) =>
        complain(['inherited', 'references', line, 'undo', k], id, orders(moves)),
      ),
    ),
  ];
}

/** A command that the first state of the chart forbids and nothing in it allows again could not have been given. */
function forbidden({ chart }: ScenarioDocument, { moves }: InheritedDocument): Complaint[] {
  const first = chart.states.find(({ id }) => id === chart.initial);
  const allowed = new Set(
    chart.states
      .flatMap(({ entry = [], transitions = [] }) => [
        ...entry,
        ...transitions.flatMap(({ effects = [] }) => effects),
      ])
      .flatMap((effect) => (effect.do === 'allow' ? effect.commands : [])),
  );
  const barred = new Set(
    (first?.entry ?? []).flatMap((effect) =>
      effect.do === 'forbid' ? effect.commands.filter((name) => !allowed.has(name)) : [],
    ),
  );
  return moves.flatMap((move, k): Complaint[] => {
    const name = move.do === 'act' ? move.act.kind : move.do;
    return barred.has(name)
      ? [
          {
            code: 'SCN064',
            path: ['inherited', 'moves', k, ...(move.do === 'act' ? ['act', 'kind'] : ['do'])],
            found: 'forbidden from the page on',
          },
        ]
      : [];
  });
}

function afterTheCase({ world }: ScenarioDocument, inherited: InheritedDocument): Complaint[] {
  const left = minutesOf(world.horizon) - minutesOf(inherited.at);
  if (left <= 0)
    return [
      {
        code: 'SCN060',
        path: ['inherited', 'at'],
        found: 'after the case has closed',
        expected: `less than ${world.horizon}`,
      },
    ];
  return inherited.references.flatMap(({ steps }, line) =>
    steps.flatMap(({ after }, step): Complaint[] =>
      minutesOf(after) < left
        ? []
        : [
            {
              code: 'SCN060',
              path: ['inherited', 'references', line, 'steps', step, 'after'],
              found: 'after the case has closed',
              expected: `less than ${left}m, so long after the shift has changed hands`,
            },
          ],
    ),
  );
}
