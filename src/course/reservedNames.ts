/**
 * Names of the site's own pages and addresses. No module may take one: `/{lang}/{module}/` would hide the page, or the page the module.
 */
export const reservedNames: ReadonlySet<string> = new Set([
  'about',
  'accessibility',
  'admin',
  'api',
  'assets',
  'authoring',
  'certificate',
  'certificates',
  'course',
  'courses',
  'en',
  'exports',
  'feedback',
  'fi',
  'glossary',
  'healthz',
  'help',
  'index',
  'modules',
  'my',
  'oidc',
  'print',
  'privacy',
  'quizzes',
  'reports',
  'search',
  'sign-in',
  'sign-out',
  'sources',
  'sv',
  'verify',
  'videos',
  'xapi',
  '403',
  '404',
  '500',
]);

/** Names no section may take: `index` is the module's own file. */
export const reservedSectionNames: ReadonlySet<string> = new Set(['index', 'certificate', 'end', 'print', 'feedback']);
