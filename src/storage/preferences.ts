/** What the player has chosen for this browser. Small and needed before first paint, hence not in the database. */
export type Theme = 'dark' | 'light';

export interface Preferences {
  /** `null`: as the system says. */
  readonly theme: Theme | null;
  /** Coach marks already understood. */
  readonly coached: readonly string[];
}

const KEY = 'blast-radius';
const DEFAULTS: Preferences = { theme: null, coached: [] };

export const readPreferences = (): Preferences => {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return {
      theme: found.theme === 'dark' || found.theme === 'light' ? found.theme : null,
      coached: Array.isArray(found.coached)
        ? found.coached.filter((mark): mark is string => typeof mark === 'string')
        : [],
    };
  } catch {
    return DEFAULTS;
  }
};

export const writePreferences = (preferences: Preferences): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
};
