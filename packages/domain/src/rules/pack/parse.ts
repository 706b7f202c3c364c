import { err, ok, type Result } from '../../kernel/index.ts'
import { ruleSchema } from '../primitives/rule.ts'
import { fieldsAt } from './expected-fields.ts'
import { faultWords } from './fault-words.ts'
import { type Pack, packSchema } from './schema.ts'

/** A fault of a pack file: where, and what is wrong, in words for somebody who writes packs. */
export interface PackFault {
  /** Path in the file, such as `rules[3].max`; empty for the file as a whole. */
  readonly path: string
  readonly message: string
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${String(part)}`),
    '',
  )

/** Reads a pack from JSON that comes from anywhere. Errors: one fault for each field that is wrong. */
export function parsePack(json: unknown): Result<Pack, readonly PackFault[]> {
  const parsed = packSchema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  return err(
    parsed.error.issues.map((issue) => ({
      path: pathText(issue.path),
      message: faultWords(issue, {
        fields: issue.path.length === 0 ? [] : fieldsAt(packSchema, json, issue.path),
        primitives: ruleSchema.options.map((option) => option.shape.primitive.value),
        found: issue.path.reduce(
          (value: unknown, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
          json,
        ),
      }),
    })),
  )
}
