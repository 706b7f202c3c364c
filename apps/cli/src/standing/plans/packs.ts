import type { Reader } from '@gs/domain/cases'
import { type CompiledPack, compilePack } from '@gs/domain/rules'
import { loadPack } from '@gs/rulepacks'

const compiled = new Map<string, CompiledPack>()

/** The pack that a field names, prepared once; a fault where there is none. */
export function packOf(reader: Reader, value: unknown, field: string): CompiledPack | undefined {
  const id = reader.text(value, field)
  if (id === undefined) return value == null ? reader.fault(field, 'is missing') : undefined
  const known = compiled.get(id)
  if (known) return known
  const pack = loadPack(id)
  if (!pack) return reader.fault(field, `there is no rule pack "${id}"`)
  const fresh = compilePack(pack)
  compiled.set(id, fresh)
  return fresh
}
