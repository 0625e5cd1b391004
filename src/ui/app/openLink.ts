/** A run carried by the address: opened once, then taken out of the address bar, so that a reload does not open it again. */
import type { App } from './context.ts';
import { openRecording } from './openRecording.ts';

const PREFIX = '#run=';

export const openLinkedRun = async (app: App): Promise<void> => {
  const { hash } = location;
  if (!hash.startsWith(PREFIX)) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  app.go({ type: 'TAKE' });
  const { decodeLink } = await import('../../storage/link.ts');
  const decoded = decodeLink(hash);
  if (decoded.ok && (await openRecording(app, decoded.value))) return;
  if (!decoded.ok) app.notice.value = decoded.message;
  app.go({ type: 'LEAVE' });
};
