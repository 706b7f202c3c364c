export interface UnitChoice {
  readonly id: string
  readonly name: string
  readonly depth: number
}

const STEP = '\u2003'

/** Units for a select: what lies below another stands further in. */
export const unitOptions = (units: readonly UnitChoice[]): { value: string; label: string }[] =>
  units.map(({ id, name, depth }) => ({ value: id, label: `${STEP.repeat(depth)}${name}` }))
