import { z } from 'astro/zod';

/** The part of a JSON Schema that forms are made from. */
export interface FieldSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  /** Variants, told apart by a field with one value. */
  readonly oneOf?: readonly FieldSchema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Shape = 'group' | 'list' | 'number' | 'boolean' | 'choice' | 'text';

/** What authors may write, as the schemas of the content say. */
export function fieldSchemaOf(schema: z.ZodType): FieldSchema {
  return z.toJSONSchema(schema, { io: 'input' }) as FieldSchema;
}

/** What a field is filled in with. */
export function shapeOf(schema: FieldSchema): Shape {
  if (schema.oneOf || schema.type === 'object') return 'group';
  if (schema.type === 'array') return 'list';
  if (schema.enum || schema.const !== undefined) return 'choice';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  return schema.type === 'boolean' ? 'boolean' : 'text';
}

/** The field that tells the variants of a schema apart; null where it has none. */
export function tagOf(schema: FieldSchema): string | null {
  const [first] = schema.oneOf ?? [];
  return Object.entries(first?.properties ?? {}).find(([, field]) => field.const !== undefined)?.[0] ?? null;
}

/** The names of a schema's variants. */
export function variantsOf(schema: FieldSchema): string[] {
  const tag = tagOf(schema);
  return tag === null ? [] : (schema.oneOf ?? []).map(({ properties }) => String(properties?.[tag]?.const));
}

/** The schema of a group: of the variant that is named, or itself where it has none. Null for a variant there is not. */
export function groupSchema(schema: FieldSchema, variant: string | undefined): FieldSchema | null {
  const tag = tagOf(schema);
  if (tag === null) return schema;
  return schema.oneOf!.find(({ properties }) => properties?.[tag]?.const === variant) ?? null;
}

/** The variants a group may become without losing a field. */
export function exchangeable(schema: FieldSchema, variant: string): string[] {
  const keys = (name: string) =>
    Object.keys(groupSchema(schema, name)?.properties ?? {})
      .sort()
      .join();
  return variantsOf(schema).filter((name) => keys(name) === keys(variant));
}

/** True when a schema's field must be there. */
export function isRequired(schema: FieldSchema, name: string): boolean {
  return schema.required?.includes(name) ?? false;
}

/** True for a text that is an id of something. */
export function isId(schema: FieldSchema): boolean {
  return shapeOf(schema) === 'text' && (schema.pattern?.startsWith('^[a-z0-9]') ?? false);
}
