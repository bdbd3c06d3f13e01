import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { AuthorCommandError } from '../authorCommand.ts';
import type { ModuleWish } from './moduleFiles.ts';

export const usage = `Käyttö: npm run new:module -- <tunnus> [valinnat]
  --title "Moduulin nimi"
  --minutes 25
  --objective "Mitä osallistuja osaa moduulin jälkeen."   (voi toistaa)
Mitä et kerro, sitä kysytään. Ilman päätettä käytetään valmiita arvoja.`;

/**
 * What module is wished for: from the command's words, and where there is a terminal by asking for the rest.
 * @throws AuthorCommandError with the usage where the words cannot be understood
 */
export async function askWish(
  args: readonly string[],
  terminal: { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WritableStream },
): Promise<ModuleWish> {
  const { id, title, minutes, objectives } = read(args);
  const ask = terminal.input.isTTY ? createInterface(terminal) : null;
  try {
    const wish = {
      id,
      title: title ?? ((await ask?.question('Moduulin nimi: ')) || 'Kirjoita tähän moduulin nimi'),
      minutes: minutes ?? ((await ask?.question('Tavoitekesto minuutteina (25): ')) || '25'),
      objectives: objectives ?? (ask ? await askObjectives(ask) : []),
    };
    const target = Number(wish.minutes);
    if (!Number.isInteger(target) || target < 1 || target > 60) {
      throw new AuthorCommandError(`Kesto ”${wish.minutes}” ei kelpaa. Anna kokonaisluku 1–60.`);
    }
    const given = wish.objectives.map((text) => text.trim()).filter(Boolean);
    return {
      id,
      title: wish.title.trim(),
      minutes: target,
      objectives: given.length > 0 ? given : ['Kirjoita tähän, mitä osallistuja osaa moduulin jälkeen.'],
    };
  } finally {
    ask?.close();
  }
}

async function askObjectives(ask: ReturnType<typeof createInterface>): Promise<string[]> {
  const objectives: string[] = [];
  for (;;) {
    const answer = await ask.question('Mitä osallistuja osaa moduulin jälkeen? (tyhjä rivi lopettaa) ');
    if (answer.trim() === '') return objectives;
    objectives.push(answer);
  }
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        title: { type: 'string' },
        minutes: { type: 'string' },
        objective: { type: 'string', multiple: true },
      },
    });
    const [id, ...rest] = positionals;
    if (id === undefined || rest.length > 0) throw new AuthorCommandError(usage);
    return { id, title: values.title, minutes: values.minutes, objectives: values.objective };
  } catch (error) {
    throw error instanceof AuthorCommandError ? error : new AuthorCommandError(usage);
  }
}
