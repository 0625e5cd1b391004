/**
 * Whoever plays by keyboard is never sent back to the top of the page: where the control that has the focus goes or is
 * disabled by what it did, the nearest part of the page around it takes the focus.
 */

/** Parts of the page that can stand for what was in them. */
const PLACES = 'section, article, dialog, main';

/** From an element outwards. */
const around = (element: Element | null): HTMLElement[] => {
  const path: HTMLElement[] = [];
  for (let at = element; at !== null; at = at.parentElement)
    if (at instanceof HTMLElement) path.push(at);
  return path;
};

const isLost = (element: HTMLElement): boolean =>
  !element.isConnected || element.matches(':disabled');

export const keepFocus = (root: HTMLElement): void => {
  let path: readonly HTMLElement[] = [];
  root.addEventListener('focusin', ({ target }) => {
    path = around(target instanceof Element ? target : null);
  });
  const rescue = (): void => {
    const [own, ...places] = path;
    const { activeElement } = document;
    if (own === undefined || !isLost(own)) return;
    if (activeElement !== null && activeElement !== document.body && activeElement !== own) return;
    const near = places.find((place) => place.isConnected && place.matches(PLACES));
    if (near === undefined) return;
    if (!near.hasAttribute('tabindex')) near.tabIndex = -1;
    near.focus({ preventScroll: true });
  };
  // What takes the focus on purpose does so by the next frame.
  new MutationObserver(() => requestAnimationFrame(rescue)).observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
};
