import { packSchema } from '@gs/domain/rules'
import { z } from 'zod'

/** The pack format as JSON Schema, for editors that check while one types. */
export function packJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(packSchema, { io: 'input', unrepresentable: 'any' }),
    title: 'Rule pack',
    description: 'The published rules of one credential as dated data; docs/rule-packs.md explains every field.',
  }
}
