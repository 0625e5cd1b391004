/** Work done one piece at a time, however many ask for it, and each when it is quiet, until there is a hurry. */
export interface Turns {
  /** Begins when nothing else is under way, or at once where there is a hurry. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
  readonly hurry: () => void;
}

/** `quiet`: resolves when a piece may begin; absent: always. */
export function createTurns(quiet: () => Promise<void> = () => Promise.resolve()): Turns {
  const waiting: (() => void)[] = [];
  let busy = false;
  let hurried = false;
  let rush = (): void => undefined;
  const rushed = new Promise<void>((resolve) => (rush = resolve));
  return {
    async take(work) {
      if (busy && !hurried) await new Promise<void>((resolve) => waiting.push(resolve));
      busy = true;
      try {
        if (!hurried) await Promise.race([quiet(), rushed]);
        return await work();
      } finally {
        const next = waiting.shift();
        // Whoever waited goes on at once: nobody may slip in between.
        if (next === undefined) busy = false;
        else next();
      }
    },
    hurry() {
      hurried = true;
      rush();
      for (const begin of waiting.splice(0)) begin();
    },
  };
}
