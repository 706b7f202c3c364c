/** `part` of `whole`, held between 0 and 1; a whole of nothing is full. */
export function fraction(part: number, whole: number): number {
  if (!(whole > 0)) return 1
  return Math.min(1, Math.max(0, part / whole))
}
