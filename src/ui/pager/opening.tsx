/** Between screens: the page stays readable while its world is built, or while it is run again for the debrief. */
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';
import { Brand } from '../app/brand.tsx';
import { WorldProgress } from './progress.tsx';

export const Opening = ({ reviewing }: { readonly reviewing: boolean }): JSX.Element => {
  const app = useApp();
  const source = app.run.source.value;
  const card = app.cards.find((found) => found.id === source?.scenario);
  return (
    <div class="opening">
      <header class="top">
        <Brand onClick={() => app.go({ type: 'LEAVE' })} />
      </header>
      <main id="main" class="opening-main" tabIndex={-1}>
        <p class="label mono">{source?.callSign}</p>
        <h1>
          {reviewing
            ? 'The same world, run again'
            : (card?.headline ?? source?.headline ?? 'Opening a run')}
        </h1>
        <p class="soft">
          {reviewing
            ? 'With what you did, with nothing done, and with what could have been done.'
            : 'The world is built on your machine, from its seed, so that it can be built again exactly.'}
        </p>
        <WorldProgress again={reviewing} />
      </main>
    </div>
  );
};
