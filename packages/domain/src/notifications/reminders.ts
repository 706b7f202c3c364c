import { addDays, type Day, daysBetween, maxDay, minDay } from '../kernel/index.ts'

/** What people can be reminded of, and switch off one by one. */
export const REMINDER_KINDS = ['deadline', 'card', 'pace', 'evidence', 'plan'] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** The dates of a holding's current cycle, as its pack has them. */
export interface DeadlineState {
  readonly holdingId: string
  readonly cycle: number
  readonly fileFrom: Day | null
  /** The last day for credits; null: no such day. */
  readonly earnBy: Day | null
  readonly expiresOn: Day
  /** The last day for a renewal, late windows included; null: no such day. */
  readonly fileBy: Day | null
  /** An application waits for its decision: nothing is asked of the holder. */
  readonly applied: boolean
  /** The day that it is for the body, where that may be another. */
  readonly today?: Day | undefined
}

/** The newest card of a type. */
export interface CardState {
  readonly cardId: string
  readonly validThrough: Day
}

/** Evidence that waits for its decision. */
export interface EvidenceState {
  readonly submissionId: string
  readonly filedOn: Day
}

/** An adopted plan as it stands on the day. */
export interface PlanState {
  readonly planId: string
  readonly version: number
  readonly feasible: boolean
  /** Whole weeks of learning by which less is done than was planned. */
  readonly weeksBehind: number
}

/** Everything from which the reminders of one person follow. */
export interface ReminderState {
  readonly deadlines: readonly DeadlineState[]
  readonly cards: readonly CardState[]
  readonly evidence: readonly EvidenceState[]
  readonly plan: PlanState | null
}

/** A stage of a series: owed from its day on, until a later stage takes its place or the series is over. */
export interface Stage {
  readonly code: string
  readonly from: Day
}

/** Reminders of one matter in one cycle, of which never more than the newest is owed. */
export interface Series {
  readonly kind: ReminderKind
  /** The holding, card, submission or plan. */
  readonly subject: string
  /** What tells one round of it from the next. */
  readonly cycle: string
  /** In order of their days, each on a day of its own. */
  readonly stages: readonly Stage[]
  /** The last day on which it still says something; null: as long as the state is such. */
  readonly until: Day | null
  /** The day that it is for whoever sets these days, where that may be another. */
  readonly today?: Day | undefined
}

export interface Owed extends Omit<Series, 'stages' | 'until' | 'today'> {
  readonly stage: string
  /** The day from which it is owed. */
  readonly dueOn: Day
}

/** Days before the last one at which the holder is told: this product's choice, no body's rule. */
const AHEAD = [180, 90, 30, 7] as const
/** Days before the end of a late window. */
const LATE = [30, 7] as const
const CARD_AHEAD = [60, 14] as const
/** A card that has ended is spoken of for so long. */
const CARD_AFTER = 30
const EVIDENCE_AFTER = [14, 30] as const
/** Weeks behind at which a plan's person is told. */
const WEEKS_BEHIND = [1, 3, 6] as const

/** What is told once and not again: names a stage of a series for one person. */
export const reminderKey = ({
  kind,
  subject,
  cycle,
  stage,
}: Pick<Owed, 'kind' | 'subject' | 'cycle' | 'stage'>): string => `${kind}:${subject}:${cycle}:${stage}`

/** Every series that a state holds on a day. */
export function seriesOf(state: ReminderState, day: Day): readonly Series[] {
  return [
    ...state.deadlines.filter(({ applied }) => !applied).map(deadlineSeries),
    ...state.cards.map(cardSeries),
    ...state.evidence.map(evidenceSeries),
    ...(state.plan ? planSeries(state.plan, day) : []),
  ]
}

/**
 * What is owed on a day: of each series the newest stage whose day has come, where it was not sent. A run that was
 * missed is caught up by the next one, and of several missed stages only the newest goes out; whatever was sent is never
 * owed again, however often and in whatever order this is asked.
 */
export function owedReminders(state: ReminderState, day: Day, sent: ReadonlySet<string>): readonly Owed[] {
  return seriesOf(state, day).flatMap(({ stages, until, today = day, ...series }): Owed[] => {
    if (until !== null && today > until) return []
    const reached = stages.filter(({ from }) => from <= today)
    const newest = reached.at(-1)
    if (!newest) return []
    // A later stage that went out already (the dates moved back since) says all that an earlier one could.
    if (stages.some(({ code }) => sent.has(reminderKey({ ...series, stage: code })) && isAfter(stages, code, newest)))
      return []
    const owed = { ...series, stage: newest.code, dueOn: newest.from }
    return sent.has(reminderKey(owed)) ? [] : [owed]
  })
}

const isAfter = (stages: readonly Stage[], code: string, than: Stage): boolean =>
  stages.findIndex((stage) => stage.code === code) > stages.indexOf(than)

/** By the pack's dates: towards the earlier of earn-by and expiry, when filing opens, after expiry, towards the very last day. */
function deadlineSeries({ holdingId, cycle, fileFrom, earnBy, expiresOn, fileBy, today }: DeadlineState): Series {
  const towards = earnBy === null ? expiresOn : minDay(earnBy, expiresOn)
  const last = fileBy === null ? expiresOn : maxDay(fileBy, expiresOn)
  const stages: Stage[] = AHEAD.map((days) => ({ code: `ahead-${days}`, from: addDays(towards, -days) }))
  if (fileFrom !== null && fileFrom <= expiresOn) stages.push({ code: 'opens', from: fileFrom })
  if (last > expiresOn) {
    stages.push({ code: 'expired', from: addDays(expiresOn, 1) })
    for (const days of LATE)
      if (daysBetween(expiresOn, last) > days + 1) stages.push({ code: `last-${days}`, from: addDays(last, -days) })
  }
  return { kind: 'deadline', subject: holdingId, cycle: String(cycle), stages: inOrder(stages), until: last, today }
}

function cardSeries({ cardId, validThrough }: CardState): Series {
  const stages = CARD_AHEAD.map((days) => ({ code: `ahead-${days}`, from: addDays(validThrough, -days) }))
  return {
    kind: 'card',
    subject: cardId,
    cycle: String(validThrough),
    stages: inOrder([...stages, { code: 'expired', from: addDays(validThrough, 1) }]),
    until: addDays(validThrough, CARD_AFTER),
  }
}

function evidenceSeries({ submissionId, filedOn }: EvidenceState): Series {
  const stages = EVIDENCE_AFTER.map((days) => ({ code: `waits-${days}`, from: addDays(filedOn, days) }))
  return { kind: 'evidence', subject: submissionId, cycle: '1', stages, until: null }
}

/** A plan's stages follow from its state, not from days: what is reached today is reached from today on. */
function planSeries({ planId, version, feasible, weeksBehind }: PlanState, day: Day): readonly Series[] {
  const series = { subject: planId, cycle: String(version), until: null }
  const reached = WEEKS_BEHIND.filter((weeks) => weeksBehind >= weeks)
  return [
    ...(reached.length > 0
      ? [
          {
            ...series,
            kind: 'pace' as const,
            stages: WEEKS_BEHIND.map((weeks) => ({
              code: `behind-${weeks}`,
              from: reached.includes(weeks) ? day : addDays(day, weeks),
            })),
          },
        ]
      : []),
    ...(feasible ? [] : [{ ...series, kind: 'plan' as const, stages: [{ code: 'broken', from: day }] }]),
  ]
}

/** In order of days; of several on one day the last said stands, so that nobody is told two things of one matter at once. */
function inOrder(stages: readonly Stage[]): readonly Stage[] {
  const byDay = new Map<Day, Stage>()
  for (const stage of [...stages].sort((a, b) => a.from - b.from)) byDay.set(stage.from, stage)
  return [...byDay.values()]
}
