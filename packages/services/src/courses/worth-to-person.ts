import { formatDay } from '@gs/domain'
import { type CreditedCourse, courseWorth } from '@gs/domain/enrollments'
import type { HoldingStanding } from '../standings/index.ts'

type Words = { readonly en: string; readonly es: string }

/** What a course is worth to one holding of a person now; amounts in thousandths of the unit, days as text. */
export interface HoldingWorth {
  readonly holdingId: string
  readonly credential: string
  readonly packId: string
  /** The body as it is called for short. */
  readonly body: string
  readonly packName: Words
  readonly unit: { readonly singular: Words; readonly plural: Words }
  readonly credits: number
  readonly counts: number
  readonly wastes: number
  /** The part of `wastes` that there would be with no other course begun. */
  readonly wastesAlone: number
  readonly carries: number
  readonly completes: boolean
  readonly rejected: string | null
  /** What finishing it now would burn though it could serve later; the save-it guard is shown where it is more than 0. */
  readonly burns: number
  readonly burnsAlone: number
  /** The first day from which it would count in full, where it would burn something now. */
  readonly fullFrom: string | null
}

export interface PersonWorth {
  readonly standings: readonly HoldingStanding[]
  /** Courses begun and not finished. */
  readonly planned: readonly CreditedCourse[]
}

/** What a course is worth to each holding of a person whose body gives something for it. */
export function worthToPerson(course: CreditedCourse, { standings, planned }: PersonWorth): readonly HoldingWorth[] {
  return standings.flatMap(({ holding, pack, facts, at }): HoldingWorth[] => {
    const worth = courseWorth({ packId: holding.packId, pack, facts, course, planned, at })
    if (!worth) return []
    const { body, credential, unit } = pack.pack
    return [
      {
        holdingId: holding.id,
        credential: holding.credential,
        packId: holding.packId,
        body: body.short,
        packName: credential.name,
        unit: { singular: unit.singular, plural: unit.plural },
        ...worth,
        fullFrom: worth.fullFrom === null ? null : formatDay(worth.fullFrom),
      },
    ]
  })
}
