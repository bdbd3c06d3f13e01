import { AuthorCommandError } from '../authorCommand.ts';
import { readLedger } from '../../src/course/readLedger.ts';
import { reservedNames } from '../../src/course/reservedNames.ts';
import { id as idSchema } from '../../src/schemas/id.ts';

/** @throws AuthorCommandError where a text cannot be an id */
export function requireId(id: string): void {
  if (idSchema.safeParse(id).success) return;
  const better = suggestion(id);
  const such = better === '' ? 'esimerkiksi tyokyvyn-tuki' : `esimerkiksi ${better}`;
  throw new AuthorCommandError(
    `Tunnus ”${id}” ei kelpaa. Käytä pieniä kirjaimia a–z, numeroita ja yksittäisiä yhdysmerkkejä, ${such}.`,
  );
}

/** @throws AuthorCommandError where no new module may have this id */
export async function requireModuleId(root: string, id: string): Promise<void> {
  requireId(id);
  if (reservedNames.has(id)) {
    throw new AuthorCommandError(`Tunnus ”${id}” on varattu sivuston omalle sivulle. Valitse toinen.`);
  }
  const ledger = await readLedger(root);
  const modules = ledger.entries.filter(({ kind }) => kind === 'module');
  if (modules.some((entry) => [entry.id, entry.replacedBy, ...(entry.formerly ?? [])].includes(id))) {
    throw new AuthorCommandError(
      `Tunnus ”${id}” on ollut käytössä, ja oppijoiden suoritukset viittaavat siihen. Valitse toinen tunnus.`,
    );
  }
}

/** The nearest id to a text: ä and ö without dots, everything else that cannot stand in one as hyphens. */
export function suggestion(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
