import { Hono } from 'hono';
import { hasRole } from '../../people/access.ts';
import { readCompletionFilter } from '../../reports/completionFilter.ts';
import type { ExportFormat } from '../../reports/completionReports.ts';
import type { CompletionRow } from '../../reports/completionRows.ts';
import { completedStatementsParts } from '../../reports/exports/completedStatements.ts';
import { completionsCsvParts } from '../../reports/exports/completionsCsv.ts';
import { completionsJsonParts } from '../../reports/exports/completionsJson.ts';
import { completionsXlsxParts } from '../../reports/exports/completionsXlsx.ts';
import { helsinkiDate } from '../../reports/helsinkiTime.ts';
import type { Services } from '../services.ts';
import { type HttpContext, type HttpEnv, requireVisitor } from './context.ts';
import { Problem } from './problem.ts';
import { streamed } from './streamed.ts';

type Parts = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** A file that a manager may take along. */
interface ExportFile {
  readonly path: string;
  readonly format: ExportFormat;
  readonly type: string;
  /** Before and behind the day in the file's name. */
  readonly name: readonly [string, string];
  readonly parts: (rows: readonly CompletionRow[], services: Services) => Parts;
}

const files: readonly ExportFile[] = [
  {
    path: '/completions.csv',
    format: 'csv',
    type: 'text/csv; charset=utf-8',
    name: ['suoritukset', 'csv'],
    parts: completionsCsvParts,
  },
  {
    path: '/completions.xlsx',
    format: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: ['suoritukset', 'xlsx'],
    parts: completionsXlsxParts,
  },
  {
    path: '/completions.json',
    format: 'json',
    type: 'application/json',
    name: ['suoritukset', 'json'],
    parts: completionsJsonParts,
  },
  {
    path: '/statements.json',
    format: 'statements',
    type: 'application/json',
    name: ['suoritusmerkinnat', 'json'],
    parts: (rows, { lrs, idBase }) => completedStatementsParts(rows, lrs.store, idBase),
  },
];

/** `/exports`: what a manager takes along. The audit entry is durable before a byte goes out. */
export function exportRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  for (const file of files) routes.get(file.path, (context) => answer(context, file, services));
  return routes;
}

async function answer(context: HttpContext, file: ExportFile, services: Services): Promise<Response> {
  const { person } = await requireVisitor(context, services);
  const read = readCompletionFilter(new URL(context.req.url).searchParams);
  if (!read.ok) throw new Problem('invalid_parameter', { field: read.parameter.slice(0, 80) });
  if (!hasRole(person, 'manager')) throw new Problem('forbidden');
  const headers = {
    'Content-Type': file.type,
    'Content-Disposition': `attachment; filename="${file.name[0]}-${helsinkiDate(services.clock())}.${file.name[1]}"`,
  };
  // HEAD shows nobody: there is nothing to note.
  if (context.req.method === 'HEAD') return context.body(null, 200, headers);
  const report = await services.reports.read(person, read.filter, 'export', file.format);
  if (!report) throw new Problem('forbidden');
  return context.body(streamed(file.parts(report.rows, services)), 200, headers);
}
