/**
 * Asks for keys in shared trips: who asks while `most` trips are under way waits for the next one together with everybody
 * else who does, and a key is asked once a trip. Nobody is answered by a trip that began before they asked.
 */
export function shareTrips<T>(trip: (keys: readonly Buffer[]) => Promise<readonly T[]>, most: number) {
  let waiting = new Map<string, Waiting<T>>()
  let underWay = 0

  const go = async (): Promise<void> => {
    const asked = [...waiting.values()]
    waiting = new Map()
    underWay += 1
    try {
      const answers = await trip(asked.map(({ key }) => key))
      for (const [index, { resolve, reject }] of asked.entries()) {
        const answer = answers[index]
        if (answer === undefined) reject(new Error('a trip left a key without an answer'))
        else resolve(answer)
      }
    } catch (error) {
      for (const { reject } of asked) reject(error)
    } finally {
      underWay -= 1
      if (waiting.size > 0) void go()
    }
  }

  return (key: Buffer): Promise<T> => {
    const name = key.toString('latin1')
    const same = waiting.get(name)
    if (same) return same.answer
    const { promise: answer, resolve, reject } = Promise.withResolvers<T>()
    waiting.set(name, { key, answer, resolve, reject })
    if (underWay < most) void go()
    return answer
  }
}

interface Waiting<T> {
  readonly key: Buffer
  readonly answer: Promise<T>
  readonly resolve: (answer: T) => void
  readonly reject: (error: unknown) => void
}
