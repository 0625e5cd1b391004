/**
 * A browser started where no language is set may name its own in a form that is no language tag ("en-US@posix"). Intl
 * refuses such a name, and the library that draws the charts hands it to Intl as it is loaded.
 */
const FALLBACK = 'en-US';

/** Whether Intl takes `language`. */
export function isLanguageTag(language: string): boolean {
  try {
    Intl.getCanonicalLocales(language);
    return true;
  } catch {
    return false;
  }
}

/** Has the browser name a language that can be asked for, where its own cannot. */
export function mendLanguage(browser: Navigator): void {
  const { language } = browser;
  if (isLanguageTag(language)) return;
  const [tag = ''] = language.split(/[@.]/);
  const value = isLanguageTag(tag) ? tag : FALLBACK;
  Object.defineProperty(browser, 'language', { value, configurable: true });
}
