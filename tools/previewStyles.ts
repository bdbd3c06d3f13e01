import type { HookParameters } from 'astro';

type Server = HookParameters<'astro:server:setup'>['server'];

/**
 * The site's own styles and others after them, as the development server makes them; asked here, they do not wait for the
 * content's check.
 * @param sheets their paths from the project's root, each with a slash before it
 */
export async function previewStyles(server: Server, sheets: readonly string[]): Promise<string> {
  const all = ['/src/styles/site.css', ...sheets];
  const made = await Promise.all(all.map((sheet) => server.environments.client.transformRequest(`${sheet}?direct`)));
  return made.map((sheet) => sheet?.code ?? '').join('\n');
}
