/**
 * One run as the page holds it: signals to show, and the few things that can be asked of the worker. Every accepted
 * move is saved before the next one can be made.
 */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { BranchCurves } from '../../analysis/branches.ts';
import type { BeliefView } from '../../scoring/beliefView.ts';
import type { Debrief } from '../../scoring/debrief.ts';
import type { DecisionView } from '../../scoring/decisionView.ts';
import type { GhostCurve } from '../../scoring/ghosts.ts';
import type { LooksView } from '../../scoring/marksView.ts';
import type { PreventionView } from '../../scoring/preventionView.ts';
import { isBoardCommand, type BoardCommand } from '../../session/boardWords.ts';
import type { Command, NoteDraft, RadiusClaim } from '../../session/commands.ts';
import type { View } from '../../session/view.ts';
import type { Scope } from '../../sim/segments.ts';
import { encodeRecording, type Recording } from '../../storage/recording.ts';
import type { SavedRun, Saves } from '../../storage/saves.ts';
import type { RunClient } from '../../worker/client.ts';
import type { RunNotice } from '../../worker/protocol.ts';
import { knownValues } from '../radius/universe.ts';
import type { Universe } from '../radius/algebra.ts';
import { createDraft } from '../radius/draft.ts';
import { sameClaim, type RadiusEdit } from '../radius/edit.ts';
import { createAsked, type Asked } from './asked.ts';
import { createQueue, sameMove } from './queue.ts';

export interface Progress {
  readonly done: number;
  readonly label: string;
}

export interface RunSource {
  readonly id: string;
  readonly scenario: string;
  readonly seed: string;
  readonly callSign: string;
  /** The page before its world stands, where no card has it. */
  readonly headline?: string;
  readonly commands: readonly Command[];
  readonly draft: RadiusClaim | null;
  readonly scratch: string;
  readonly note?: NoteDraft | undefined;
  /** Came by a link or a file: it says nothing of who looks at it. */
  readonly opened?: true;
}

export interface Run {
  readonly source: Signal<RunSource | null>;
  readonly view: Signal<View | null>;
  readonly commands: Signal<readonly Command[]>;
  readonly progress: Signal<Progress | null>;
  /** The command being carried out. */
  readonly busy: Signal<Command | null>;
  /** The one move that waits for it. */
  readonly next: ReadonlySignal<Command | null>;
  /** Edits of the board that were made and do not show in the view yet, in their order. */
  readonly edits: ReadonlySignal<readonly BoardCommand[]>;
  readonly refusal: Signal<string | null>;
  readonly failure: Signal<RunNotice | null>;
  readonly debrief: Signal<Debrief | null>;
  /** What could be known at each moment of the run on the board. */
  readonly believed: Asked<BeliefView>;
  /** The harm curves' lines under other luck. */
  readonly bands: Asked<readonly BranchCurves[]>;
  readonly ghosts: Asked<readonly GhostCurve[]>;
  readonly prevented: Asked<readonly PreventionView[]>;
  /** Looks and waits up to the first change, weighed: there before the rest is. */
  readonly looked: Asked<LooksView>;
  /** What was done, as a decision under it. */
  readonly decided: Asked<DecisionView>;
  readonly draft: Signal<RadiusClaim>;
  readonly scratch: Signal<string>;
  /** A status note that was begun and not sent; null: none is. */
  readonly note: Signal<NoteDraft | null>;
  readonly universe: Signal<Universe>;
  /** Is the radius on screen other than the one declared? */
  readonly undeclared: ReadonlySignal<boolean>;
  open(source: RunSource): Promise<boolean>;
  /** While a move is under way the next one waits for it, and so do all edits of the board; true once it has been accepted. */
  send(command: Command): Promise<boolean>;
  /** Forgets the move that waits. */
  cancelNext(): void;
  /** How many people a scope has now, in millions; null where nobody can say. */
  peopleIn(scope: Scope): Promise<number | null>;
  edit(edit: RadiusEdit): void;
  /** Is there an edit of the radius to take back? A declaration is none: it stays said. */
  readonly edited: ReadonlySignal<boolean>;
  undoEdit(): void;
  retry(index: number): Promise<boolean>;
  review(): Promise<boolean>;
  recording(): Recording | null;
  /** The run as a file: with the worker's checksum where the worker still answers. */
  recordingText(): Promise<string | null>;
  save(): Promise<void>;
  /** Is nothing of the player's own in the run that is open? */
  isBlank(): boolean;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'The simulator stopped without saying why.';

export const createRun = (connect: () => Promise<RunClient>, saves: Promise<Saves>): Run => {
  const source = signal<RunSource | null>(null);
  const view = signal<View | null>(null);
  const commands = signal<readonly Command[]>([]);
  const progress = signal<Progress | null>(null);
  const busy = signal<Command | null>(null);
  const refusal = signal<string | null>(null);
  const failure = signal<RunNotice | null>(null);
  const debrief = signal<Debrief | null>(null);
  const drafted = createDraft();
  const draft = drafted.claim;
  const scratch = signal('');
  const note = signal<NoteDraft | null>(null);
  const universe = signal<Universe>(new Map());
  const undeclared = computed(
    () => view.value !== null && !sameClaim(draft.value, view.value.radius.claim),
  );
  const queue = createQueue();
  const edits = computed(() =>
    (busy.value === null ? [] : [busy.value]).concat(queue.edits.value).filter(isBoardCommand),
  );
  let client: Promise<RunClient> | null = null;
  /** Rises with every opening: answers to an earlier one are not shown. */
  let generation = 0;
  let startedAt = 0;
  let opening = false;

  const report = (done: number, label: string): void => {
    progress.value = { done, label };
  };

  const fail = (notice: RunNotice): void => {
    queue.clear();
    busy.value = null;
    progress.value = null;
    failure.value = notice;
  };

  const connected = (): Promise<RunClient> => {
    client ??= connect().then((opened) => {
      opened.onFailure((notice) => {
        // The next opening gets a fresh worker.
        client = null;
        opened.close();
        fail(notice);
      });
      return opened;
    });
    return client;
  };

  const believed = createAsked(async (report) => (await connected()).belief(report));
  const bands = createAsked(async (report) => (await connected()).bands(report));
  const ghosts = createAsked(async (report) => (await connected()).ghosts(report));
  const looked = createAsked(async (report) => (await connected()).looks(report));
  const decided = createAsked(async (report) => (await connected()).decision(report));

  const prevented = createAsked(async (report) => (await connected()).preventions(report));

  /** The board is of one run: with another, nothing of it stands. */
  const clearBoard = (): void => {
    debrief.value = null;
    for (const asked of [believed, bands, ghosts, looked, decided, prevented]) asked.forget();
  };

  const recording = (): Recording | null =>
    source.value === null
      ? null
      : { scenario: source.value.scenario, seed: source.value.seed, commands: commands.value };

  const recordingText = async (): Promise<string | null> => {
    const kept = recording();
    try {
      return client === null ? null : await (await client).recording();
    } catch {
      return kept === null ? null : encodeRecording(kept);
    }
  };

  /** The run that is open, as it would be saved with this view of it. */
  const recordOf = (from: RunSource, shown: View): SavedRun => ({
    id: from.id,
    scenario: from.scenario,
    seed: from.seed,
    callSign: from.callSign,
    commands: commands.value,
    draft: undeclared.value ? draft.value : null,
    scratch: scratch.value,
    closed: shown.phase === 'closed',
    atLabel: shown.now.label,
    startedAt,
    updatedAt: Date.now(),
    ...(note.value === null ? {} : { note: note.value }),
    ...(from.opened ? { opened: true } : {}),
  });

  /** Nothing of the player's own is in it. */
  const isBlank = (): boolean =>
    commands.value.length === 0 && !undeclared.value && scratch.value === '' && note.value === null;

  const save = async (): Promise<void> => {
    const from = source.value;
    const shown = view.value;
    // A page merely looked at leaves nothing behind.
    if (from === null || shown === null || isBlank()) return;
    await (await saves).put(recordOf(from, shown));
  };

  const show = (next: View): void => {
    const followed = !undeclared.value;
    view.value = next;
    universe.value = knownValues(next, universe.value);
    if (followed) draft.value = next.radius.claim;
  };

  const failed = (error: unknown): false => {
    const kept = recording();
    fail({
      code: 'worker',
      message: messageOf(error),
      recording: kept === null ? null : encodeRecording(kept),
    });
    client = null;
    return false;
  };

  const open = async (from: RunSource): Promise<boolean> => {
    generation += 1;
    const mine = generation;
    // A world half built for another page is not waited for: a new worker starts at once.
    if (opening && client !== null) {
      void client.then((old) => old.close());
      client = null;
    }
    opening = true;
    queue.clear();
    busy.value = null;
    source.value = from;
    view.value = null;
    clearBoard();
    failure.value = null;
    refusal.value = null;
    commands.value = from.commands;
    scratch.value = from.scratch;
    note.value = from.note ?? null;
    universe.value = new Map();
    drafted.forget();
    startedAt = Date.now();
    report(0, 'Waking the worker');
    try {
      const opened = await (
        await connected()
      ).openRun(from.scenario, from.seed, from.commands, (done, label) => {
        if (mine === generation) report(done, label);
      });
      if (mine !== generation) return false;
      progress.value = null;
      draft.value = opened.radius.claim;
      show(opened);
      if (from.draft !== null) draft.value = from.draft;
      return true;
    } catch (error) {
      return mine === generation ? failed(error) : false;
    } finally {
      if (mine === generation) opening = false;
    }
  };

  const carryOut = async (command: Command): Promise<boolean> => {
    const mine = generation;
    const from = source.value!;
    const before = recordOf(from, view.value!);
    busy.value = command;
    refusal.value = null;
    try {
      const answer = await (
        await connected()
      ).send(command, (done, label) => {
        if (mine === generation) report(done, label);
      });
      if (mine !== generation) {
        // Left while it was under way: it belongs to the run it was made in, which is not the one that is open.
        if (answer.kind !== 'refused') await keepElsewhere(before, command, answer.view);
        return false;
      }
      progress.value = null;
      if (answer.kind === 'refused') {
        refusal.value = answer.message;
        view.value = answer.view;
        return false;
      }
      commands.value = [...commands.value, command];
      if (command.kind === 'declare') draft.value = answer.view.radius.claim;
      show(answer.view);
      await save();
      return true;
    } catch (error) {
      return mine === generation ? failed(error) : false;
    } finally {
      if (mine === generation) busy.value = null;
    }
  };

  const keepElsewhere = async (before: SavedRun, command: Command, then: View): Promise<void> => {
    await (
      await saves
    ).put({
      ...before,
      commands: [...before.commands, command],
      closed: then.phase === 'closed',
      atLabel: then.now.label,
      updatedAt: Date.now(),
    });
  };

  const send = async (command: Command): Promise<boolean> => {
    if (view.value === null) return false;
    if (busy.value !== null) return sameMove(busy.value, command) ? false : queue.hold(command);
    const mine = generation;
    const accepted = await carryOut(command);
    if (mine !== generation) return accepted;
    // What was to follow a move that was refused may make no sense without it.
    if (!accepted) queue.cancel();
    const follows = queue.take();
    if (follows !== null) void send(follows.command).then(follows.settle);
    return accepted;
  };

  const peopleIn = async (scope: Scope): Promise<number | null> => {
    if (client === null) return null;
    try {
      return await (await client).people(scope);
    } catch {
      return null;
    }
  };

  const edit = (change: RadiusEdit): void => {
    drafted.edit(change);
    void save();
  };

  const undoEdit = (): void => {
    drafted.undo();
    void save();
  };

  const retry = async (index: number): Promise<boolean> => {
    const from = source.value;
    if (from === null) return false;
    generation += 1;
    const mine = generation;
    // A retry is a run of its own: the one it branches from stays in the list.
    const kept = commands.value.slice(0, index);
    const { opened, note: _begun, ...own } = from;
    source.value = {
      ...own,
      id: crypto.randomUUID(),
      commands: kept,
      draft: null,
      // From the first move on nothing of somebody else's is left in it.
      ...(opened && index > 0 ? { opened } : {}),
    };
    queue.clear();
    busy.value = null;
    failure.value = null;
    clearBoard();
    drafted.forget();
    report(0, 'Going back');
    try {
      const shown = await (await connected()).retry(index, report);
      if (mine !== generation) return false;
      progress.value = null;
      commands.value = kept;
      draft.value = shown.radius.claim;
      show(shown);
      await save();
      return true;
    } catch (error) {
      return mine === generation ? failed(error) : false;
    }
  };

  /** Marks of looks, then of orders, then belief, which rests on the same worlds: as long as the board stands. */
  const weigh = async (id: string): Promise<void> => {
    for (const next of [looked, decided, believed]) {
      await next.ask();
      if (looked.found.value === null) return;
    }
    const belief = believed.found.value;
    if (belief === null) return;
    await (await saves).complete(id, { confirmed: belief.confirmation !== '' });
  };

  const review = async (): Promise<boolean> => {
    const mine = generation;
    report(0, 'Running the same world again');
    try {
      const found = await (
        await connected()
      ).debrief((done, label) => {
        if (mine === generation) report(done, label);
      });
      // Another run may have been opened meanwhile; this one's board is not its own.
      if (mine !== generation) return false;
      debrief.value = found;
      progress.value = null;
      const { id, scenario, opened } = source.value!;
      // Marks come by themselves, the first of them soon; nobody has to wait for them to read on.
      if (found.traceable) void weigh(id);
      if (opened !== true)
        await (await saves).judge({ id, scenario, at: Date.now(), record: found.record });
      return true;
    } catch (error) {
      return mine === generation ? failed(error) : false;
    }
  };

  return {
    source,
    view,
    commands,
    progress,
    busy,
    next: queue.next,
    edits,
    refusal,
    failure,
    debrief,
    believed,
    looked,
    decided,
    bands,
    ghosts,
    prevented,
    draft,
    scratch,
    note,
    universe,
    undeclared,
    open,
    send,
    cancelNext: () => queue.cancel(),
    peopleIn,
    edit,
    edited: drafted.edited,
    undoEdit,
    retry,
    review,
    recording,
    recordingText,
    save,
    isBlank,
  };
};
