import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAtOnce } from './at-once.ts'

describe('places at once', () => {
  it('are never more than there are, and come back when they are left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.record({ who: fc.constantFrom('a', 'b'), leaves: fc.boolean() }), { maxLength: 60 }),
        (places, steps) => {
          const atOnce = createAtOnce(places)
          const model = new Map<string, number>()
          for (const { who, leaves } of steps) {
            const taken = model.get(who) ?? 0
            if (leaves) {
              if (taken === 0) continue
              atOnce.leave(who)
              model.set(who, taken - 1)
            } else {
              expect(atOnce.enter(who)).toBe(taken < places)
              model.set(who, Math.min(places, taken + 1))
            }
          }
        },
      ),
    )
  })
})
