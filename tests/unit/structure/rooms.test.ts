import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const everyRoom = [
  'schemas',
  'xapi',
  'quiz',
  'course',
  'completion',
  'learning',
  'i18n',
  'lrs',
  'people',
  'reports',
  'search',
  'stores',
  'server',
  'pages',
  'components',
  'layouts',
  'styles',
  'content',
  'config',
  'tools',
  'videos',
];
const allBut = (...rooms: string[]) => everyRoom.filter((room) => !rooms.includes(room));

/** The direction of imports: the README's map of rooms. A room may always import itself. */
const mayImport: Record<string, readonly string[]> = {
  schemas: [],
  xapi: [],
  i18n: [],
  quiz: ['schemas'],
  course: ['schemas'],
  completion: ['course', 'quiz', 'xapi'],
  lrs: ['xapi'],
  people: ['xapi', 'i18n'],
  learning: ['completion', 'course', 'quiz', 'schemas', 'xapi', 'lrs', 'people'],
  reports: ['completion', 'course', 'xapi', 'i18n', 'lrs', 'people'],
  search: [],
  stores: ['lrs', 'people', 'reports', 'xapi'],
  server: allBut('pages', 'components', 'layouts', 'search', 'styles', 'tools', 'videos'),
  pages: ['components', 'layouts', 'styles', 'course', 'i18n', 'config'],
  components: ['course', 'schemas', 'i18n', 'search', 'styles', 'config'],
  layouts: ['course', 'schemas', 'i18n', 'components', 'styles', 'config'],
  client: ['xapi', 'quiz', 'schemas', 'search', 'i18n'],
  content: ['schemas'],
  config: [],
  videos: ['schemas'],
  tools: allBut('pages', 'components', 'layouts', 'styles'),
};

/** Rooms whose types, and nothing else of them, may be imported. */
const typesOnly: Record<string, readonly string[]> = {
  components: ['quiz', 'learning', 'people'],
  layouts: ['quiz'],
  pages: ['server', 'people', 'reports', 'learning'],
};

/** Only these import a store: the composition root, and tests. */
const mayImportStores = ['server', 'stores'];

interface Import {
  readonly from: string;
  readonly fromRoom: string;
  readonly to: string;
  readonly toRoom: string;
  readonly typeOnly: boolean;
}

describe('rooms', () => {
  const imports = sourceFiles().flatMap(importsOf);

  it('finds the imports it is to judge', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it('import only in the direction the design allows', () => {
    const wrong = imports.filter(
      ({ fromRoom, toRoom, typeOnly }) =>
        fromRoom !== toRoom &&
        !(fromRoom === 'client' && toRoom === 'components') &&
        !(fromRoom === 'components' && toRoom === 'client') &&
        !mayImport[fromRoom]?.includes(toRoom) &&
        !(typeOnly && typesOnly[fromRoom]?.includes(toRoom)),
    );
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('leave the stores to the server', () => {
    const wrong = imports.filter(({ fromRoom, toRoom }) => toRoom === 'stores' && !mayImportStores.includes(fromRoom));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('hold no file that grew past 300 lines', () => {
    const long = sourceFiles().filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });
});

function sourceFiles(): string[] {
  return ['src', 'tools', 'videos'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|astro|mjs)$/.test(name))
      .map((name) => join(folder, name).split(sep).join('/')),
  );
}

/** `src/quiz/grade.ts` is in `quiz`; browser code is a room of its own kind wherever it lies. */
function roomOf(path: string): string {
  if (path.endsWith('.client.ts')) return 'client';
  const [first, second = ''] = path.split('/');
  if (first === 'tools' || first === 'videos') return first;
  if (path === 'oppihetki.config.ts') return 'config';
  if (first !== 'src') return 'outside';
  if (path === 'src/content.config.ts') return 'content';
  if (path === 'src/env.d.ts') return 'pages';
  return second;
}

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  const code = from.endsWith('.astro') ? scriptsOf(text) : text;
  const source = ts.createSourceFile(from, code, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) => {
    if (!specifier.startsWith('.')) return;
    const to = relative(root, resolve(root, dirname(from), specifier))
      .split(sep)
      .join('/');
    found.push({ from, fromRoom: roomOf(from), to, toRoom: roomOf(to), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const typeOnly = ts.isImportDeclaration(node) ? isTypeOnly(node) : node.isTypeOnly;
      add((node.moduleSpecifier as ts.StringLiteral).text, typeOnly);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) add(specifier.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  return (
    !importClause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly)
  );
}

/** The frontmatter and the script elements of an Astro file: all of it that imports. */
function scriptsOf(text: string): string {
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  return [frontmatter, ...scripts].join('\n');
}
