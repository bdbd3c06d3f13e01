import type { SettingsStore } from '../../lrs/ports.ts';
import { durableJsonFile } from './durableJsonFile.ts';
import type { JsonFileOptions } from './durableJsonFile.ts';
import { JsonDocument } from './jsonDocument.ts';
import { isRecord } from './shapes.ts';

interface Settings {
  readonly idBase: string | null;
}

/** The installation's lasting facts, in one JSON file. */
export class JsonSettingsStore implements SettingsStore {
  readonly #document: JsonDocument<Settings>;

  private constructor(document: JsonDocument<Settings>) {
    this.#document = document;
  }

  static async open(options: JsonFileOptions): Promise<JsonSettingsStore> {
    const file = durableJsonFile(options, isSettings);
    return new JsonSettingsStore(await JsonDocument.open(file, { idBase: null }));
  }

  idBase(): Promise<string | null> {
    return Promise.resolve(this.#document.data.idBase);
  }

  keepIdBase(idBase: string): Promise<void> {
    return this.#document.update((settings) => {
      if (settings.idBase === idBase) return settings;
      if (settings.idBase === null) return { ...settings, idBase };
      throw new Error(`The id base ${settings.idBase} is kept already; ${idBase} cannot take its place`);
    });
  }

  close(): Promise<void> {
    return this.#document.close();
  }
}

function isSettings(data: unknown): data is Settings {
  return isRecord(data) && (data['idBase'] === null || typeof data['idBase'] === 'string');
}
