/** The page alone: `npx vite --config test/ui/vite.fixture.config.ts`, then open `/?fixture`. */
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import shared from '../../vite.config.ts';

const noCards = (): Plugin => ({
  name: 'no-pager-cards',
  resolveId: (id) => (id === 'virtual:pager-cards' ? '\0pager-cards' : undefined),
  load: (id) => (id === '\0pager-cards' ? 'export default []' : undefined),
});

// Vite asks for a default export.
export default defineConfig((environment) =>
  mergeConfig(shared(environment), {
    root: new URL('../..', import.meta.url).pathname,
    plugins: [noCards()],
    server: { port: 5199, strictPort: true, hmr: false },
  }),
);
