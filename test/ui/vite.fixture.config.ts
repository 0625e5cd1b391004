/** The page without the simulator: `npx vite --config test/ui/vite.fixture.config.ts`. */
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import shared from '../../vite.config.ts';

const standIn = (): Plugin => ({
  name: 'fixture-client',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('/src/main.ts', '/test/ui/fixtureMain.ts'),
  },
});

// Vite asks for a default export.
export default defineConfig((environment) =>
  mergeConfig(shared(environment), {
    root: new URL('../..', import.meta.url).pathname,
    plugins: [standIn()],
    server: { port: 5199, strictPort: true, hmr: false },
  }),
);
