import type { CertificateKeys, CertificateKeyStore } from '../../reports/ports.ts';
import { durableJsonFile } from './durableJsonFile.ts';
import type { JsonFileOptions } from './durableJsonFile.ts';
import { JsonDocument } from './jsonDocument.ts';
import { isListOfRecords, isRecord } from './shapes.ts';

export interface KeyFile {
  readonly keys: CertificateKeys | null;
}

/** The keys of certificates, in one JSON file that its owner alone may read. */
export class JsonCertificateKeyStore implements CertificateKeyStore {
  readonly #document: JsonDocument<KeyFile>;

  private constructor(document: JsonDocument<KeyFile>) {
    this.#document = document;
  }

  static async open(options: JsonFileOptions): Promise<JsonCertificateKeyStore> {
    const file = durableJsonFile(options, isKeyFile);
    return new JsonCertificateKeyStore(await JsonDocument.open(file, { keys: null }));
  }

  read(): Promise<CertificateKeys | null> {
    return Promise.resolve(this.#document.data.keys);
  }

  async change(next: (present: CertificateKeys | null) => CertificateKeys): Promise<CertificateKeys> {
    const { promise, resolve } = Promise.withResolvers<CertificateKeys>();
    await this.#document.update((file) => {
      const keys = next(file.keys);
      resolve(keys);
      return keys === file.keys ? file : { keys };
    });
    return promise;
  }

  close(): Promise<void> {
    return this.#document.close();
  }
}

/** Whether data read from a file is what the keys are written as. */
export function isKeyFile(data: unknown): data is KeyFile {
  return isRecord(data) && (data['keys'] === null || isKeys(data['keys']));
}

function isKeys(keys: unknown): boolean {
  return (
    isRecord(keys) &&
    typeof keys['saltSecret'] === 'string' &&
    isListOfRecords([keys['signing']], ['kid', 'x', 'd', 'createdAt']) &&
    isListOfRecords(keys['retired'], ['kid', 'x', 'createdAt', 'retiredAt'])
  );
}
