/** A run from a file or a link becomes a run of this browser; nothing that is already there is touched. */
import type { Recording } from '../../storage/recording.ts';
import type { App } from './context.ts';

export const openRecording = async (app: App, recording: Recording): Promise<boolean> => {
  const card = app.cards.find((found) => found.id === recording.scenario);
  if (card === undefined) {
    app.notice.value = 'This run belongs to an incident that is not part of this build.';
    return false;
  }
  await app.play({
    id: crypto.randomUUID(),
    scenario: recording.scenario,
    seed: recording.seed,
    callSign: card.callSign,
    commands: recording.commands,
    draft: null,
    scratch: '',
  });
  await app.run.save();
  return true;
};
