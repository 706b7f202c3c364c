import { createHash } from 'node:crypto'
import { formatDay, type OrgId, type PersonId } from '@gs/domain'
import type { CardState } from '@gs/domain/notifications'
import type { CalendarEntry } from '@gs/formats/calendar'
import { amountIn } from '../notifications/words.ts'
import type { AdoptedPlan } from '../plans/index.ts'
import type { HoldingStanding, PersonFacts } from '../standings/index.ts'
import { calendarWords, type Words } from './calendar-words.ts'

/** An event before it is known whether it is new. */
export type Draft = Omit<CalendarEntry, 'sequence' | 'modifiedAt'>

export interface CalendarWorld {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly locale: 'en' | 'es'
  /** Public address of the portal. */
  readonly portal: string
  readonly plan: AdoptedPlan | null
  readonly standings: readonly HoldingStanding[]
  readonly cards: readonly CardState[]
  readonly person: PersonFacts
}

/**
 * Everything that belongs into a person's calendar: days of learning and the finishes that they lead to, the days by
 * which each body wants credits and the renewal, and the last days of cards.
 */
export function calendarDrafts(world: CalendarWorld): readonly Draft[] {
  const words = calendarWords(world.locale)
  return [...planDrafts(world, words), ...deadlineDrafts(world, words), ...cardDrafts(world, words)]
}

/** The same for the same matter for ever, and telling nothing of whom it is about. */
const uidOf = ({ orgId, personId }: CalendarWorld, ...what: readonly string[]): string =>
  `${createHash('sha256')
    .update([orgId, personId, ...what].join('\n'))
    .digest('hex')
    .slice(0, 32)}@good-standing`

function planDrafts(world: CalendarWorld, words: Words): Draft[] {
  const { plan, portal } = world
  if (!plan) return []
  const url = `${portal}/plan`
  const blocks = plan.blocks.map(
    ({ day, courseId, title, hours }): Draft => ({
      uid: uidOf(world, 'study', courseId, day),
      title: words.study(title, amountIn(world.locale, hours)),
      text: words.studyText,
      url,
      when: { day },
    }),
  )
  const finishes = plan.items
    .filter(({ state }) => state === 'open')
    .map(
      ({ courseId, title, day, finishFrom, finishBy }): Draft => ({
        uid: uidOf(world, 'finish', courseId),
        title: words.finish(title),
        text: words.finishText(finishFrom, finishBy),
        url,
        when: { day },
      }),
    )
  return [...blocks, ...finishes]
}

function deadlineDrafts(world: CalendarWorld, words: Words): Draft[] {
  return world.standings.flatMap(({ holding, pack, standing }): Draft[] => {
    const { expiresOn, earnBy, fileFrom, fileBy } = standing
    if (expiresOn === null || standing.status === 'permanent') return []
    const cycle = String(holding.cycles.at(-1)?.number ?? 1)
    const { body, credential, deadlineZone } = pack.pack
    const name = `${body.short}: ${credential.name[world.locale]}`
    const draft = (kind: 'earn' | 'file' | 'open' | 'expiry', day: string): Draft => ({
      uid: uidOf(world, kind, holding.id, cycle),
      title: words[kind](name),
      text: words.deadlineText(deadlineZone),
      url: `${world.portal}/`,
      // A last day ends at midnight where the body is; where nobody knows the zone the day itself stands.
      when: deadlineZone === null || kind === 'open' ? { day } : lastHourOf(day, deadlineZone),
    })
    return [
      draft('expiry', formatDay(expiresOn)),
      ...(earnBy !== null ? [draft('earn', formatDay(earnBy))] : []),
      ...(fileFrom !== null ? [draft('open', formatDay(fileFrom))] : []),
      ...(fileBy !== null ? [draft('file', formatDay(fileBy))] : []),
    ]
  })
}

/** The last hour of a civil day in a zone, as instants. */
function lastHourOf(day: string, zone: string): { readonly from: Date; readonly until: Date } {
  const until = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: zone }).epochMilliseconds
  return { from: new Date(until - 3_600_000), until: new Date(until) }
}

function cardDrafts(world: CalendarWorld, words: Words): Draft[] {
  return world.cards.map(({ cardId, validThrough }) => {
    const type = world.person.cards.find(({ id }) => id === cardId)?.type ?? ''
    return {
      uid: uidOf(world, 'card', cardId),
      title: words.card(type.toUpperCase().replaceAll('-', '/')),
      text: words.cardText,
      url: `${world.portal}/credits/hand-in/card`,
      when: { day: formatDay(validThrough) },
    }
  })
}
