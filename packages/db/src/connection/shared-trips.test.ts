import { describe, expect, it } from 'vitest'
import { shareTrips } from './shared-trips.ts'

/** A trip that ends when it is told to, with the keys in capitals. */
function trips() {
  const begun: { readonly keys: readonly string[]; end(): void; fail(): void }[] = []
  const trip = (keys: readonly Buffer[]): Promise<readonly string[]> => {
    const names = keys.map((key) => key.toString())
    const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>()
    begun.push({
      keys: names,
      end: () => resolve(names.map((name) => name.toUpperCase())),
      fail: () => reject(new Error('lost')),
    })
    return promise
  }
  return { begun, trip }
}

const nameOf = (key: Buffer): string => key.toString()

describe('shared trips', () => {
  it('sends who comes first at once and the others together, each key once', async () => {
    const { begun, trip } = trips()
    const ask = shareTrips(trip, { most: 1, nameOf })
    const answers = ['a', 'b', 'c', 'b'].map((name) => ask(Buffer.from(name)))
    expect(begun.map(({ keys }) => keys)).toEqual([['a']])
    begun[0]?.end()
    expect(await answers[0]).toBe('A')
    expect(begun.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c']])
    begun[1]?.end()
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'B'])
  })

  it('never answers from a trip that began before the question', async () => {
    const { begun, trip } = trips()
    const ask = shareTrips(trip, { most: 2, nameOf })
    void ask(Buffer.from('a'))
    void ask(Buffer.from('a'))
    const later = ask(Buffer.from('a'))
    expect(begun).toHaveLength(2)
    begun[0]?.end()
    begun[1]?.end()
    await Promise.resolve()
    await new Promise(setImmediate)
    expect(begun).toHaveLength(3)
    begun[2]?.end()
    expect(await later).toBe('A')
  })

  it('tells everybody of a trip that it failed, and goes on', async () => {
    const { begun, trip } = trips()
    const ask = shareTrips(trip, { most: 1, nameOf })
    const lost = ask(Buffer.from('a'))
    const next = ask(Buffer.from('b'))
    begun[0]?.fail()
    await expect(lost).rejects.toThrow('lost')
    begun[1]?.end()
    expect(await next).toBe('B')
  })

  it('asks every question of its own where questions have no names', async () => {
    const { begun, trip } = trips()
    const ask = shareTrips(trip, { most: 1 })
    const answers = ['a', 'b', 'b'].map((name) => ask(Buffer.from(name)))
    begun[0]?.end()
    await answers[0]
    expect(begun.map(({ keys }) => keys)).toEqual([['a'], ['b', 'b']])
    begun[1]?.end()
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'B'])
  })

  it('gathers who comes in one turn where that is asked for, from the first on', async () => {
    const { begun, trip } = trips()
    const ask = shareTrips(trip, { most: 1, gather: true })
    const answers = ['a', 'b'].map((name) => ask(Buffer.from(name)))
    await Promise.resolve()
    expect(begun).toEqual([])
    await new Promise(setImmediate)
    expect(begun.map(({ keys }) => keys)).toEqual([['a', 'b']])
    const later = ask(Buffer.from('c'))
    await new Promise(setImmediate)
    expect(begun).toHaveLength(1)
    begun[0]?.end()
    expect(await Promise.all(answers)).toEqual(['A', 'B'])
    await new Promise(setImmediate)
    begun[1]?.end()
    expect(await later).toBe('C')
  })
})
