import { z } from 'astro/zod';
import type { Path } from '../authoredContent.ts';

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/** What a schema says about its fields: the `.describe` texts, and which fields there are. */
export class FieldNotes {
  readonly #root: JsonSchema;

  constructor(schema: z.ZodType) {
    this.#root = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  }

  /** The schema's note on a field, or null. */
  noteOn(path: Path): string | null {
    return this.#at(path)?.description ?? null;
  }

  /** The fields that may stand at a place. */
  fieldsAt(path: Path): string[] {
    return Object.keys(this.#at(path)?.properties ?? {});
  }

  #at(path: Path): JsonSchema | undefined {
    let schema: JsonSchema | undefined = this.#root;
    for (const step of path) schema = typeof step === 'number' ? schema?.items : schema?.properties?.[step];
    return schema;
  }
}
