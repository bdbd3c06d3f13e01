import type { CourseArtefact } from './artefact.ts';

/** The artefact's file is not one this server can read. */
export class ArtefactError extends Error {
  override readonly name = 'ArtefactError';
}

/**
 * Reads the text of `dist/server/course.json`, which our own build wrote: the format is checked, not every field.
 * @throws ArtefactError when it is not JSON or of another format.
 */
export function parseArtefact(json: string): CourseArtefact {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (cause) {
    throw new ArtefactError('the course artefact is not JSON: build again with npm run build', { cause });
  }
  const artefact = parsed as Partial<CourseArtefact> | null;
  if (artefact?.format !== 1 || !artefact.course || !artefact.quizzes || !artefact.videos) {
    const format = JSON.stringify(artefact?.format) ?? 'none';
    throw new ArtefactError(
      `the course artefact has format ${format}, this server reads 1: build again with npm run build`,
    );
  }
  return artefact as CourseArtefact;
}
