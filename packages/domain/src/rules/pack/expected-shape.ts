import { z } from 'zod'

/** A schema without what only says that it may be absent or null. */
function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap())
  return schema
}

/** The option of a union that a value chose by its primitive. */
function chosen(schema: z.ZodDiscriminatedUnion, value: unknown): unknown {
  const primitive = fieldOf(value, 'primitive')
  return schema.options.find(
    (option) => option instanceof z.ZodObject && isLiteral(option.shape.primitive, primitive),
  )
}

const isLiteral = (schema: unknown, value: unknown): boolean =>
  schema instanceof z.ZodLiteral && [...schema.values].some((each) => each === value)

function fieldOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** What the format expects at a path of a file; undefined where the path leads out of it. */
function schemaAt(root: unknown, json: unknown, path: readonly PropertyKey[]): unknown {
  let schema = bare(root)
  let value = json
  for (const part of path) {
    if (schema instanceof z.ZodDiscriminatedUnion) schema = chosen(schema, value)
    if (schema instanceof z.ZodObject) schema = bare(schema.shape[String(part)])
    else if (schema instanceof z.ZodArray) schema = bare(schema.element)
    else return undefined
    value = fieldOf(value, part)
  }
  return schema instanceof z.ZodDiscriminatedUnion ? chosen(schema, value) : schema
}

/** The fields that an object at a path may have, for messages; empty where there is no such object. */
export function fieldsAt(root: z.ZodType, json: unknown, path: readonly PropertyKey[]): readonly string[] {
  const schema = schemaAt(root, json, path)
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** The names among which a choice by `primitive` is made at a path; empty where there is none. */
export function choicesAt(root: z.ZodType, json: unknown, path: readonly PropertyKey[]): readonly string[] {
  const schema = bare(path.length === 0 ? root : parentUnion(root, json, path))
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return []
  return schema.options.flatMap((option) =>
    option instanceof z.ZodObject && option.shape.primitive instanceof z.ZodLiteral
      ? [...option.shape.primitive.values].map(String)
      : [],
  )
}

/** The union itself, before anything is chosen in it: the element of the list that the path goes through last. */
function parentUnion(root: unknown, json: unknown, path: readonly PropertyKey[]): unknown {
  const list = schemaAt(root, json, path.slice(0, -1))
  return list instanceof z.ZodArray ? list.element : undefined
}

/** The name nearest to one that was mistyped; undefined where none is near. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, distance: distanceBetween(typed.toLowerCase(), name) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(2, typed.length / 2) ? best.name : undefined
}

/** How many letters must be put in, taken out or changed. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row[b.length] ?? 0
}
