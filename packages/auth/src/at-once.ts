/** How much of one kind somebody may have under way at the same time. */
export interface AtOnce {
  /** Takes a place; false where there is none. Whoever has taken one gives it back with `leave`. */
  enter(subject: string): boolean
  leave(subject: string): void
}

/** Counts in memory, at the price of two look-ups: what is under way ends with its process. */
export function createAtOnce(places: number): AtOnce {
  const taken = new Map<string, number>()
  return {
    enter(subject) {
      const now = taken.get(subject) ?? 0
      if (now >= places) return false
      taken.set(subject, now + 1)
      return true
    },
    leave(subject) {
      const now = taken.get(subject) ?? 0
      if (now > 1) taken.set(subject, now - 1)
      else taken.delete(subject)
    },
  }
}
