import { type Day, parseDay } from '@gs/domain'
import { evaluate } from '@gs/domain/credentials'
import { compilePack } from '@gs/domain/rules'
import { loadPacks } from '@gs/rulepacks'
import { describe, expect, it } from 'vitest'
import { factsOfHolding } from '../standings/index.ts'
import { type History, inventHistory } from './history.ts'
import { chanceFrom } from './random.ts'

const packs = new Map(loadPacks().map((pack) => [pack.id, compilePack(pack)]))
const parsed = parseDay('2026-11-21')
const today = parsed.ok ? parsed.value : (0 as Day)

function histories(count: number): History[] {
  const chance = chanceFrom(11)
  let id = 0
  return Array.from({ length: count }, () => inventHistory({ chance, today, packs, newId: () => `id-${++id}` }))
}

describe('invented histories', () => {
  const all = histories(400)

  it('have cycles that follow each other, each from a renewal but the first', () => {
    for (const { holdings } of all)
      for (const { cycles, renewals } of holdings) {
        for (const [index, cycle] of cycles.entries()) {
          if (cycle.to !== null) expect(cycle.from <= cycle.to, JSON.stringify(cycles)).toBe(true)
          const before = cycles[index - 1]
          if (before?.to) expect(cycle.from > before.to).toBe(true)
        }
        expect(renewals.length).toBeGreaterThanOrEqual(cycles.length - 1)
      }
  })

  it('give every status that these packs have', () => {
    const seen = new Set(
      all.flatMap((history) =>
        history.holdings.map((holding) => {
          const pack = packs.get(holding.packId)
          return pack ? evaluate(pack, factsOfHolding(holding, history), { asOf: today }).status : 'no pack'
        }),
      ),
    )
    expect([...seen].sort()).toEqual(['active', 'due_soon', 'grace', 'lapsed', 'late', 'permanent'])
  })

  it('keep with each renewal the sums on which it rested, line by line', () => {
    for (const { holdings } of all)
      for (const { renewals } of holdings)
        for (const { arithmetic, allocations, on } of renewals) {
          expect(arithmetic).toMatchObject({ asOf: on, canRenew: true, needed: 0 })
          expect(arithmetic.lines.map(({ amount }) => amount)).toEqual(allocations.map(({ amount }) => amount))
        }
  })

  it('use no award twice for one holding', () => {
    for (const { holdings } of all)
      for (const { renewals } of holdings) {
        const used = renewals.flatMap((renewal) => renewal.entries)
        expect(new Set(used).size).toBe(used.length)
      }
  })
})
