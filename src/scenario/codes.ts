/**
 * Every diagnostic a scenario file can draw, with the paragraph the author's guide prints for it. Codes are stable:
 * a number is never given a second meaning, and a retired one is not used again.
 */
export const CODES = {
  SCN001: [
    'not-yaml',
    'The text is not one YAML document. Nothing after the first such error is trusted, so mend it first.',
  ],
  SCN002: [
    'too-large',
    'Files may come from a link or an import, so they are limited to 256 kB of text and 20,000 values.',
  ],
  SCN003: [
    'too-deep',
    'Values nest at most 24 levels deep. A chart that needs more should name more states instead.',
  ],
  SCN004: [
    'alias',
    'Anchors, aliases and tags are refused: they can make a small file expand into a huge one, and a reader cannot see what stands there. Write the value out.',
  ],
  SCN005: [
    'forbidden-key',
    'The keys `__proto__`, `constructor` and `prototype` mean something to the language this is written in and are never accepted. Keys must be plain text.',
  ],
  SCN006: [
    'duplicate-key',
    'The same key stands twice in one mapping; it is not guessed which one was meant.',
  ],
  SCN010: [
    'missing-key',
    'A required key is absent. The message stands at the mapping that should hold it.',
  ],
  SCN011: [
    'wrong-type',
    'A value has another type than the key asks for: text where a list is wanted, for instance. Quote text that looks like a number.',
  ],
  SCN012: [
    'unknown-key',
    'Nothing reads this key. Often a spelling mistake; keys are never ignored silently.',
  ],
  SCN013: ['not-one-of', 'The value must be one word of a closed list.'],
  SCN014: ['unknown-metric', 'No metric has this id. They are listed under [Metrics](#metrics).'],
  SCN015: ['out-of-range', 'A number, a text or a list is smaller or larger than allowed.'],
  SCN016: [
    'bad-clock',
    'Not a moment. Forms: `page`, `page - 5h`, `page + 1d 2h`, `page - 9d at 14:00`, `today 05:00`, `yesterday 11:00`, `tomorrow 02:00`, `Mon 09:00` (the last one not after the page), `next Wed 02:00`, `day 3 02:00`, `start`.',
  ],
  SCN017: ['bad-duration', 'Not a length of time. Forms: `90m`, `5h`, `1d 12h`, `2w`.'],
  SCN018: [
    'bad-share',
    'Not a percentage. Forms: `25 %`, `-6.5 %`. Shares lie between 0 % and 100 %.',
  ],
  SCN019: [
    'bad-text',
    'The text does not have the form this key asks for, or holds control characters, which are refused because the text may be shown anywhere.',
  ],
  SCN020: [
    'unknown-dimension',
    'A scope cuts along a dimension that does not exist. They are listed under [Segments](#segments).',
  ],
  SCN021: ['unknown-value', 'A scope names a value its dimension does not have.'],
  SCN022: ['unknown-build', 'No build of that name is listed under `world.builds`.'],
  SCN023: ['unknown-version', 'No model of that version is listed under `world.models`.'],
  SCN024: ['unknown-rollout', 'No rollout of that id is listed under `world.rollouts`.'],
  SCN025: ['unknown-person', 'Nobody of that id is in the `cast`.'],
  SCN026: ['unknown-fault', 'No fault of that id is listed under `faults`.'],
  SCN027: ['unknown-hypothesis', 'No hypothesis of that id is listed under `hypotheses`.'],
  SCN028: ['unknown-state', 'The chart has no state of that id.'],
  SCN029: [
    'unknown-command',
    'Neither a command nor an intervention has that name, so forbidding or allowing it would do nothing.',
  ],
  SCN030: ['unknown-view', 'No view of that name can be opened.'],
  SCN031: ['unknown-principle', 'Principles are P01 to P31.'],
  SCN032: [
    'unknown-word',
    'The board has no such mechanism or component word, so no sentence of a player could ever match this hypothesis.',
  ],
  SCN033: ['duplicate-id', 'Two entries of one list share an id.'],
  SCN034: ['wrong-folder', 'The id of a scenario is the name of its folder.'],
  SCN035: [
    'unknown-pool',
    'No pool of that id is listed under `world.pools`. Where none are listed there is one, `main`.',
  ],
  SCN036: ['unknown-suspect', 'No suspect of that id is listed under `suspects`.'],
  SCN037: [
    'unknown-order',
    'Whoever had the shift gave no order of that id, or gave it later. Orders are called by the `id` of their move.',
  ],
  SCN040: ['not-one-truth', 'Exactly one hypothesis is true.'],
  SCN041: [
    'no-rival',
    'A case without a rival explanation teaches guessing. At least one hypothesis must be false.',
  ],
  SCN042: [
    'too-few-decoys',
    'A change list with only the culprit on it gives the case away. List at least eight innocent changes.',
  ],
  SCN043: [
    'leaks-title',
    'What is shown during play shares a telling word with the title, the id or a concept, which the player sees only at the debrief.',
  ],
  SCN044: [
    'real-company',
    'The text names a real company or product. Corkboard and its partners are invented.',
  ],
  SCN045: [
    'adoption-not-whole',
    'The builds of a platform must add up to its people: 100 % at every point of time where one of them has a point.',
  ],
  SCN046: [
    'unordered-points',
    'Points of a rollout or of an adoption curve must stand in the order of time, and what begins must end later: a season on a later day.',
  ],
  SCN047: [
    'after-the-page',
    'The change list, rollout stages and model promotions tell what happened before the page, and at least one fault has begun by then. What happens later is the chart’s.',
  ],
  SCN048: [
    'before-the-world',
    'The moment lies before the world begins. Lengthen `world.history` or move it.',
  ],
  SCN049: [
    'no-honest-register',
    'Every offered claim needs one register a careful player can use, and one that may say too much: a choice with one answer is none.',
  ],
  SCN050: ['unreachable-state', 'No transition leads to this state from the initial one.'],
  SCN051: [
    'dead-end',
    'The state is not final and nothing leads out of it: a run that enters it would hang there.',
  ],
  SCN052: [
    'weakens-a-fault',
    'An effect may not make a fault smaller. Remedies act in the simulator and nowhere else, so that a wrong one fails for a causal reason.',
  ],
  SCN053: [
    'scripted-remedy',
    'An effect that changes the world (a ramp, a promotion, a worsened fault) is reached only because the player acted. What an action does is for the simulator to say; let time or a metric be the reason.',
  ],
  SCN054: ['no-final-state', 'The chart has no final state, so the case could never close.'],
  SCN055: [
    'no-flat-witness',
    'The expectations name nothing that must stay flat, so nothing tells the affected from the rest.',
  ],
  SCN056: ['page-outside-history', 'History before the page is 3 to 42 days.'],
  SCN057: [
    'contradicting-fault',
    'The fault’s own fields exclude each other: it ends before it begins, or truncates to more than the model reads, or blocks neither a topic nor a language, or is given two sizes or none.',
  ],
  SCN058: [
    'empty-scope',
    'A fault or an order that reaches nobody does nothing. Leave the scope out for everyone.',
  ],
  SCN059: ['pools-not-whole', 'The shares of the pools must add up to 100 % of the people.'],
  SCN061: [
    'layer-overfull',
    'Experiments of one layer never share a person, so their arms take 100 % of the people at most. Put one of them into a layer of its own if they may overlap.',
  ],
  SCN062: [
    'no-such-change',
    'A twin has the change list of its incident and says which of its entries are guilty.',
  ],
  SCN063: [
    'handover-order',
    'The moves of whoever had the shift stand in the order of time, and the shift changes hands after the last of them.',
  ],
  SCN064: [
    'handover-forbidden',
    'The chart forbids this from the page on and nothing in it allows it again, so whoever had the shift could not have done it.',
  ],
  SCN060: [
    'after-the-case',
    'A fault that begins, or a step that is taken, after the case has closed by itself is never seen. Lengthen `world.horizon` or move it.',
  ],
  SCN070: [
    'unknown-archetype',
    'No archetype of that name lies in `scenarios/archetypes`. See [Archetypes](#archetypes).',
  ],
  SCN071: [
    'not-an-archetypes',
    'Identity, page, faults and reference lines are what makes an incident, so each scenario writes its own; and an archetype extends nothing.',
  ],
} as const satisfies Record<string, readonly [name: string, paragraph: string]>;

export type DiagnosticCode = keyof typeof CODES;
