/** The page alone: `npx vite --config test/ui/vite.fixture.config.ts`, then open `/test/ui/fixture.html`. */
import { defineConfig, mergeConfig } from 'vite';
import shared from '../../vite.config.ts';

// Vite asks for a default export.
export default defineConfig((environment) =>
  mergeConfig(shared(environment), {
    root: new URL('../..', import.meta.url).pathname,
    server: { port: 5199, strictPort: true, hmr: false },
  }),
);
