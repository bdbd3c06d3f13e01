import { mkdir } from 'node:fs/promises';
import type { CourseTree } from '../../src/course/tree.ts';
import { cityModules } from './cityModules.ts';
import type { Figure } from './figures.ts';
import { seedCity, startCity } from './processes.ts';
import type { Scale } from './scale.ts';

/**
 * What the report of a whole city takes, from the request to the last byte of the answer: `report-38000x6` the page,
 * `export-csv-38000x6` and `export-xlsx-38000x6` the files; each the median. `start-38000x6` is the opening of the store with
 * the city's completions, before anything is served.
 */
export async function cityFigures(dataDir: string, scale: Scale, course: CourseTree): Promise<readonly Figure[]> {
  const { people, reports } = scale.city;
  await mkdir(dataDir);
  await seedCity(dataDir, people, cityModules(course));
  const product = await startCity(dataDir);
  const { port, seconds } = product;
  try {
    const origin = `http://127.0.0.1:${port}`;
    const cookie = await managersCookie(origin);
    const timed = async (name: string, path: string, times: number, unit: 'ms' | 's'): Promise<Figure> => {
      const taken: number[] = [];
      for (let time = 0; time < times; time += 1) {
        const begun = performance.now();
        const response = await fetch(origin + path, { headers: { cookie } });
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}`);
        taken.push(performance.now() - begun);
      }
      const median = taken.sort((a, b) => a - b)[Math.floor(times / 2)]!;
      return { name, value: Number((unit === 's' ? median / 1000 : median).toPrecision(3)), unit };
    };
    return [
      { name: 'start-38000x6', value: Number(seconds.toPrecision(3)), unit: 's' },
      await timed('report-38000x6', '/fi/reports/', reports, 'ms'),
      await timed('export-csv-38000x6', '/exports/completions.csv', 1, 's'),
      await timed('export-xlsx-38000x6', '/exports/completions.xlsx', 1, 's'),
    ];
  } finally {
    await product.stop();
  }
}

async function managersCookie(origin: string): Promise<string> {
  const body = new URLSearchParams({ persona: 'manager' });
  const response = await fetch(`${origin}/sign-in`, { method: 'POST', body, redirect: 'manual' });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
