import { join } from 'node:path';
import type { HookParameters } from 'astro';

/** Astro's content as its pages import it. */
const contentModule = '\0astro:data-layer-content';

/** One of Vite's environments whose modules run in this process: those that make pages. */
interface RunsModules {
  readonly runner: {
    readonly evaluatedModules: {
      getModuleById(id: string): object | undefined;
      invalidateModule(module: object): void;
    };
  };
}

/**
 * Makes pages of the content last written. Astro forgets the old content as it writes the new; a page that is being made at that
 * moment can put it back, and it would be shown until the next change. Here it is forgotten once more when the file has settled.
 */
export function keepContentFresh(server: HookParameters<'astro:server:setup'>['server']): void {
  const written = join(server.config.root, '.astro', 'data-store.json');
  server.watcher.on('all', (_event, path) => {
    if (path !== written) return;
    for (const environment of Object.values(server.environments)) {
      if (!runsModules(environment)) continue;
      const module = environment.moduleGraph.getModuleById(contentModule);
      if (module) environment.moduleGraph.invalidateModule(module, undefined, Date.now(), true);
      const evaluated = environment.runner.evaluatedModules.getModuleById(contentModule);
      if (evaluated) environment.runner.evaluatedModules.invalidateModule(evaluated);
      environment.hot.send('astro:content-changed', {});
    }
    server.environments.client.hot.send({ type: 'full-reload', path: '*' });
  });
}

function runsModules(environment: object): environment is RunsModules {
  return 'runner' in environment;
}
