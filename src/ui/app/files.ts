/** Files out of and into the page. Nothing leaves the machine. */
export const download = (name: string, content: Blob | string): void => {
  const blob =
    typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content;
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** `null`: the browser did not let the page copy. */
export const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** Call-signs hold spaces, colons and dots; file names had better not. */
export const fileName = (callSign: string, ending: string): string =>
  `blast-radius-${callSign
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.${ending}`;
