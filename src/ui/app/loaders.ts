/** What arrives after the pager, each as a chunk of its own. */
export const loadPlay = async () => (await import('../play/play.tsx')).Play;
export const loadDebrief = async () => (await import('../debrief/debriefScreen.tsx')).DebriefScreen;
export const loadStopped = async () => (await import('../play/stopped.tsx')).Stopped;

/** While the player reads the page, the play screen is fetched too. */
export const prefetchPlay = (): void => void loadPlay();
