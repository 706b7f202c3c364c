/** How questions share trips. */
export interface Sharing<K> {
  /** Trips under way at once; who comes meanwhile shares the next. */
  readonly most: number
  /** Questions of one name are asked once a trip; without it every question is its own. */
  readonly nameOf?: (key: K) => string
  /** A trip begins when all that has arrived is read, so that who comes at once goes together from the first. */
  readonly gather?: boolean
}

/**
 * Asks for keys in shared trips: who asks while `most` trips are under way waits for the next one together with everybody
 * else who does. Nobody is answered by a trip that began before they asked.
 */
export function shareTrips<K, T>(
  trip: (keys: readonly K[]) => Promise<readonly T[]>,
  { most, nameOf, gather = false }: Sharing<K>,
): (key: K) => Promise<T> {
  let waiting = new Map<unknown, Waiting<K, T>>()
  let underWay = 0
  let gathering = false

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
      begin()
    }
  }

  const begin = (): void => {
    if (gathering || waiting.size === 0 || underWay >= most) return
    if (!gather) {
      void go()
      return
    }
    gathering = true
    setImmediate(() => {
      gathering = false
      void go()
    })
  }

  return (key) => {
    const name = nameOf ? nameOf(key) : Symbol()
    const same = waiting.get(name)
    if (same) return same.answer
    const { promise: answer, resolve, reject } = Promise.withResolvers<T>()
    waiting.set(name, { key, answer, resolve, reject })
    begin()
    return answer
  }
}

interface Waiting<K, T> {
  readonly key: K
  readonly answer: Promise<T>
  readonly resolve: (answer: T) => void
  readonly reject: (error: unknown) => void
}
