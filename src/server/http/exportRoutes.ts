import { Hono } from 'hono';
import { readCompletionFilter } from '../../reports/completionFilter.ts';
import { completionsCsv } from '../../reports/completionsCsv.ts';
import { helsinkiDate } from '../../reports/helsinkiTime.ts';
import type { Services } from '../services.ts';
import { type HttpEnv, requireVisitor } from './context.ts';
import { Problem } from './problem.ts';

/** `/exports`: what a manager takes along. The audit entry is durable before a byte goes out. */
export function exportRoutes(services: Services): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.get('/completions.csv', async (context) => {
    const { person } = await requireVisitor(context, services);
    const read = readCompletionFilter(new URL(context.req.url).searchParams);
    if (!read.ok) throw new Problem('invalid_parameter', { field: read.parameter.slice(0, 80) });
    const report = await services.reports.read(person, read.filter, 'export');
    if (!report) throw new Problem('forbidden');
    return context.body(completionsCsv(report.rows), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="suoritukset-${helsinkiDate(services.clock())}.csv"`,
    });
  });

  return routes;
}
