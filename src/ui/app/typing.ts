/** Does a key belong to what has the focus? Single keys rest there. */
export const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input:not([type=radio]):not([type=checkbox]):not([type=range]), select, textarea, dialog',
  ) !== null;
