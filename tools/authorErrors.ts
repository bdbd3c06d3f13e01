import { relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolders, ledgerFile, readabilityFile, wordsFile } from '../src/course/contentFolders.ts';
import { ContentWatch } from './authorErrors/contentWatch.ts';
import { keepContentFresh } from './authorErrors/freshContent.ts';
import { countReloads } from './authorErrors/reloads.ts';
import { quietErrors } from './authorErrors/quietErrors.ts';
import { untilMended } from './authorErrors/untilMended.ts';

/** Editors write a file in several steps: it is read this long (ms) after the last of them. */
const settle = 100;
/** The script that keeps a page of the preview from staying old, from the project's root. */
const newestPage = 'tools/authorErrors/newestPage.ts';

/**
 * Under `astro dev`: checks the content at the start and at each change, and shows authors in Finnish, in the terminal and in the
 * browser, what is wrong, where, and what to do, and on each page the author's bar. A build is not touched: there `npm run check` judges the content.
 */
export function authorErrors(): AstroIntegration {
  let watch: ContentWatch;
  let loudAgain = () => {};
  return {
    name: 'author-errors',
    hooks: {
      'astro:config:setup': async ({ command, config, isRestart, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        // Editors empty a file and then write it. Told of the first alone, Astro reads half a file and keeps what it had before.
        const watched = { awaitWriteFinish: { stabilityThreshold: settle, pollInterval: settle / 5 } };
        // Vite's own overlay shows a stack trace over the page.
        updateConfig({ vite: { server: { hmr: { overlay: false }, watch: watched } } });
        injectScript('page', `import '/${newestPage}';`);
        const print = (text: string) => process.stdout.write(text);
        watch = new ContentWatch(fileURLToPath(config.root), print, process.stdout.isTTY && !process.env['NO_COLOR']);
        // At a restart the server that stands still answers, and Astro goes on with it when the content has errors.
        if (isRestart) return;
        const host = typeof config.server.host === 'string' ? config.server.host : 'localhost';
        await untilMended(watch, { host, port: config.server.port }, (port) => {
          print(`\nEsikatselu alkaa, kun virheet on korjattu. Ne näkyvät myös osoitteessa http://${host}:${port}/\n`);
        });
      },
      'astro:server:setup': async ({ server }) => {
        watch.reloads = countReloads(server);
        keepContentFresh(server);
        await watch.check();
        let changed = false;
        let timer: NodeJS.Timeout | undefined;
        let latest = Promise.resolve();
        const recheck = () => {
          changed = false;
          latest = watch.check().then(
            (isNew) => (isNew ? server.ws.send({ type: 'full-reload' }) : undefined),
            (error: Error) => server.config.logger.error(`Sisältöä ei voitu lukea: ${error.message}`),
          );
          return latest;
        };
        loudAgain = quietErrors(process.stderr, async () => {
          // What failed may be mended by the time it is told; and Astro can have read a file before its change was noticed here.
          if (watch.explainsFailures) return true;
          await wait(3 * settle);
          await (changed ? recheck() : latest);
          return watch.explainsFailures;
        });
        server.watcher.on('all', (_event, path) => {
          if (!isContent(relative(server.config.root, path).split(sep).join('/'))) return;
          changed = true;
          clearTimeout(timer);
          timer = setTimeout(() => void recheck(), settle);
        });
        server.middlewares.use((request, response, next) => {
          // Astro loads a page again before the check has run: what is asked for now waits for one. It may meet a file that is
          // only half written, of which the watcher tells no more: the check after it has settled comes all the same.
          void (changed ? recheck() : latest).then(() => watch.answer(request, response) || next());
        });
      },
      'astro:server:done': () => loudAgain(),
    },
  };
}

function isContent(file: string): boolean {
  return (
    [ledgerFile, readabilityFile, wordsFile].includes(file) ||
    Object.values(contentFolders).some((folder) => file.startsWith(`${folder}/`))
  );
}
