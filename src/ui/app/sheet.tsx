/** A modal sheet. The browser's own dialog keeps the focus inside, closes on Escape and gives it back afterwards. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}

export const Sheet = ({
  title,
  onClose,
  wide = false,
  foot,
  children,
}: SheetProps): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // The title, not the cross: what has opened is heard first.
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? 'sheet wide' : 'sheet'}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <header class="sheet-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="key" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </header>
      <div class="sheet-body">{children}</div>
      {foot !== undefined && <footer class="sheet-foot">{foot}</footer>}
    </dialog>
  );
};
