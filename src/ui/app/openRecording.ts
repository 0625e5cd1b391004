/** A run from a file or a link becomes a run of this browser; nothing that is already there is touched. */
import type { Recording } from '../../storage/recording.ts';
import { drillNamed } from '../../drills/nameFormat.ts';
import type { App } from './context.ts';

/** Any drill can be made again from its name, shipped or not; null where the build knows nothing of that id. */
const callSignOf = async (app: App, scenario: string): Promise<string | null> => {
  const card = app.cards.find((found) => found.id === scenario);
  if (card !== undefined) return card.callSign;
  const drill = drillNamed(scenario);
  if (drill === null) return null;
  const shipped = await app.drills().catch(() => []);
  return (
    shipped.find(({ id }) => id === scenario)?.callSign ??
    `Drill ${drill.difficulty}-${drill.number}`
  );
};

export const openRecording = async (app: App, recording: Recording): Promise<boolean> => {
  const callSign = await callSignOf(app, recording.scenario);
  if (callSign === null) {
    app.notice.value = 'This run belongs to an incident that is not part of this build.';
    return false;
  }
  await app.play({
    id: crypto.randomUUID(),
    scenario: recording.scenario,
    seed: recording.seed,
    callSign,
    commands: recording.commands,
    draft: null,
    scratch: '',
    opened: true,
  });
  await app.run.save();
  return true;
};
