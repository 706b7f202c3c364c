import { z } from 'zod'

/** A schema without what only says that it may be absent or null. */
function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema
}

const fieldOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** The option of a union that a value chose by its primitive. */
function resolved(schema: unknown, value: unknown): unknown {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema
  const primitive = fieldOf(value, 'primitive')
  return schema.options.find(
    (option) =>
      option instanceof z.ZodObject &&
      option.shape.primitive instanceof z.ZodLiteral &&
      option.shape.primitive.value === primitive,
  )
}

/** The fields that the format knows at a path of a file; empty where it expects no object there. */
export function fieldsAt(root: z.ZodType, json: unknown, path: readonly PropertyKey[]): readonly string[] {
  let schema = bare(root)
  let value = json
  for (const part of path) {
    schema =
      schema instanceof z.ZodObject
        ? bare(schema.shape[String(part)])
        : schema instanceof z.ZodArray
          ? bare(schema.element)
          : undefined
    value = fieldOf(value, part)
    schema = resolved(schema, value)
  }
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** The name nearest to a mistyped one; undefined where none is near. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const [longer] = names
    .filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()))
    .sort((a, b) => a.length - b.length)
  if (longer !== undefined) return longer
  const [best] = names
    .map((name) => ({ name, distance: distanceBetween(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(2, Math.floor(typed.length / 4)) ? best.name : undefined
}

/** How many letters must be put in, taken out or changed to make one of the other. */
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
