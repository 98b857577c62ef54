import { nearestName } from './nearest-name.js';

/**
 * The part of JSON Schema 2020-12 that our own schemas use. A schema that ships for editors is the very one that
 * is checked here. Ajv would do the checking too, but not name the nearest known key, and costs more at start
 * than a whole run without it; the tests hold this file against Ajv.
 */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** What is wrong with a value, and where. */
export interface JsonFault {
  /** Keys from the top, joined by dots: `styles.heading-1.size`; empty at the top. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  /** The fault is the key, not its value; `expected` lists the known ones. */
  readonly isUnknownKey?: true;
  /** The known key that an unknown one most likely meant. */
  readonly nearest?: string;
}

/** The first fault of a value against a schema, or undefined when there is none. */
export function checkJson(value: unknown, schema: JsonSchema): JsonFault | undefined {
  return check(value, schema, '', schema);
}

function check(value: unknown, schema: JsonSchema, path: string, root: JsonSchema): JsonFault | undefined {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    if (!target) throw new RangeError(`the schema has no ${schema.$ref}`);
    return check(value, target, path, root);
  }
  const expected = expectation(value, schema);
  if (expected !== undefined) return { path, found: JSON.stringify(value) ?? 'undefined', expected };
  if (Array.isArray(value)) return checkItems(value, schema, path, root);
  if (typeof value === 'object' && value !== null) {
    return checkProperties(value as Record<string, unknown>, schema, path, root);
  }
  return undefined;
}

/** What the schema wants instead of this value, children not looked at; undefined when it fits. */
function expectation(value: unknown, schema: JsonSchema): string | undefined {
  if (schema.enum && !schema.enum.includes(value)) {
    return schema.enum.map((known) => JSON.stringify(known)).join(' | ');
  }
  if (schema.type && !isOfType(value, schema.type)) return schema.description ?? schema.type;
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) {
    return schema.description ?? schema.pattern;
  }
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value))) {
    return `${schema.minimum ?? ''}…${schema.maximum ?? ''}`;
  }
  if (Array.isArray(value)) {
    const [least, most] = [schema.minItems ?? 0, schema.maxItems ?? value.length];
    if (value.length < least || value.length > most) return `${least}…${most} items`;
  }
  return undefined;
}

function isOfType(value: unknown, type: NonNullable<JsonSchema['type']>): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function checkItems(
  values: readonly unknown[],
  schema: JsonSchema,
  path: string,
  root: JsonSchema,
): JsonFault | undefined {
  if (!schema.items) return undefined;
  for (const [index, value] of values.entries()) {
    const fault = check(value, schema.items, `${path}[${index}]`, root);
    if (fault) return fault;
  }
  return undefined;
}

function checkProperties(
  value: Record<string, unknown>,
  schema: JsonSchema,
  path: string,
  root: JsonSchema,
): JsonFault | undefined {
  const known = schema.properties ?? {};
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const missing = schema.required?.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return { path: at(missing), found: '', expected: 'a value' };
  for (const [key, child] of Object.entries(value)) {
    const rule = Object.hasOwn(known, key) ? known[key] : schema.additionalProperties;
    if (rule === false) {
      const nearest = nearestName(key, Object.keys(known));
      return {
        path: at(key),
        found: JSON.stringify(key),
        expected: Object.keys(known).join(', '),
        isUnknownKey: true,
        ...(nearest !== undefined && { nearest }),
      };
    }
    if (typeof rule !== 'object') continue;
    const fault = check(child, rule, at(key), root);
    if (fault) return fault;
  }
  return undefined;
}
