/** The mark: a dashed radius around what went off. */
import type { JSX } from 'preact';

export const Brand = ({ onClick }: { readonly onClick?: () => void }): JSX.Element => {
  const mark = (
    <>
      <svg class="brand-mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <circle class="brand-ring" cx="11" cy="11" r="9.5" />
        <circle class="brand-core" cx="11" cy="11" r="3.2" />
      </svg>
      <span>Blast Radius</span>
    </>
  );
  return onClick === undefined ? (
    <span class="brand">{mark}</span>
  ) : (
    <button
      type="button"
      class="brand"
      onClick={onClick}
      title="Back to the pager; your run is saved"
    >
      {mark}
    </button>
  );
};
