import { type Amount, addDays, type Day, type DaySpan, earlierDay, laterDay } from '../../kernel/index.ts'
import { DAYS_A_WEEK } from './capacity.ts'

/** How somebody wants to learn. */
export interface Pace {
  /** Thousandths of an hour a week. */
  readonly hoursPerWeek: Amount
  /** Thousandths of an hour a day, at most; null: no limit but the week's. */
  readonly mostADay: Amount | null
  /** Days of the week without work, 0 for Monday. */
  readonly daysOff: readonly number[]
  /** Single days without work. */
  readonly holidays: readonly Day[]
  /** Days from one finish to the next, at least. */
  readonly daysBetweenFinishes: number
  /** Days that are left free before a last day, where there are enough of them. */
  readonly reserve: number
}

/** Something to learn until it is finished. */
export interface Task {
  readonly id: string
  /** Thousandths of an hour, and what of them is done. */
  readonly hours: Amount
  readonly done: Amount
  /** It counts as planned if it is finished from this day … */
  readonly finishFrom: Day
  /** … to this one. */
  readonly finishBy: Day
}

export interface Block {
  readonly task: string
  readonly day: Day
  readonly hours: Amount
}

export interface Week {
  readonly span: DaySpan
  readonly hours: Amount
  readonly blocks: readonly Block[]
}

export interface Layout {
  readonly weeks: readonly Week[]
  /** The days on which the tasks are finished; null where the work does not end before the last of all days. */
  readonly finishes: readonly { readonly task: string; readonly day: Day | null; readonly late: boolean }[]
}

/** Work comes in quarters of an hour. */
const QUARTER = 250

interface Open {
  readonly task: Task
  /** From this day on it is worked at. */
  readonly from: Day
  /** The day to aim at. */
  readonly aim: Day
  left: number
}

/** The day of the week, 0 for Monday; 1970-01-01 was a Thursday. */
const weekday = (day: Day): number => (((day + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK

/** Is there work on this day? */
const isWorkday = (pace: Pace, day: Day): boolean =>
  !pace.daysOff.includes(weekday(day)) && !pace.holidays.includes(day)

/** The days of a span on which there is work. */
function workdays(pace: Pace, from: Day, to: Day): number {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(pace, day)) count++
  return count
}

function openTasks(tasks: readonly Task[], pace: Pace, today: Day): Open[] {
  return tasks
    .filter(({ hours, done }) => done < hours)
    .map((task): Open => {
      const left = Math.max(QUARTER, Math.ceil((task.hours - task.done) / QUARTER) * QUARTER)
      const first = laterDay(today, task.finishFrom)
      const aim = laterDay(first, addDays(task.finishBy, -pace.reserve))
      // What fits between the first and the last day is not begun before; what does not, early enough.
      const weeks = Math.ceil(left / pace.hoursPerWeek) + 1
      return { task, left, aim, from: laterDay(today, earlierDay(first, addDays(aim, -weeks * DAYS_A_WEEK))) }
    })
    .sort((a, b) => a.aim - b.aim || (a.task.id < b.task.id ? -1 : 1))
}

/** What a day should bring so that the work is even up to every day aimed at: the highest need decides. */
function quotaOf(open: readonly Open[], pace: Pace, day: Day): number {
  let sum = 0
  let quota = 0
  for (const { left, aim, from } of open) {
    if (left === 0 || from > day) continue
    sum += left
    quota = Math.max(quota, sum / Math.max(1, workdays(pace, day, laterDay(day, aim))))
  }
  return Math.ceil(quota / QUARTER) * QUARTER
}

/** Years after the last of all last days at which the work is given up. */
const MOST_DAYS_LATE = 3 * 366

/**
 * Lays the work out over days and weeks: evenly, the most urgent first, each finish inside its days and some days before
 * the last, finishes apart from one another. Work that is behind goes on after its last day and is told as late.
 */
export function layOut(tasks: readonly Task[], pace: Pace, today: Day): Layout {
  const open = openTasks(tasks, pace, today)
  const blocks: Block[] = []
  const finished = new Map<string, Day>()
  const end = addDays(Math.max(today, ...tasks.map(({ finishBy }) => finishBy)) as Day, MOST_DAYS_LATE)
  let weekLeft = 0
  let lastFinish: Day | null = null
  for (let day = today; day <= end && open.some(({ left }) => left > 0); day = addDays(day, 1)) {
    if (day === today || weekday(day) === 0) weekLeft = pace.hoursPerWeek
    if (!isWorkday(pace, day)) continue
    let room = Math.min(quotaOf(open, pace, day), weekLeft, pace.mostADay ?? weekLeft)
    for (const each of open) {
      if (each.left === 0 || each.from > day || room < QUARTER) continue
      const mayFinish: boolean =
        day >= each.task.finishFrom &&
        (lastFinish === null || day - lastFinish >= pace.daysBetweenFinishes || day >= each.task.finishBy)
      const hours = Math.min(Math.floor(room / QUARTER) * QUARTER, each.left - (mayFinish ? 0 : QUARTER))
      if (hours <= 0) continue
      each.left -= hours
      room -= hours
      weekLeft -= hours
      blocks.push({ task: each.task.id, day, hours: hours as Amount })
      if (each.left > 0) continue
      finished.set(each.task.id, day)
      lastFinish = day
    }
  }
  return {
    weeks: weeksOf(blocks),
    finishes: open.map(({ task }) => {
      const day = finished.get(task.id) ?? null
      return { task: task.id, day, late: day === null || day > task.finishBy }
    }),
  }
}

/** Blocks by weeks from Monday to Sunday. */
function weeksOf(blocks: readonly Block[]): Week[] {
  const weeks = new Map<Day, Block[]>()
  for (const block of blocks) {
    const monday = addDays(block.day, -weekday(block.day))
    weeks.set(monday, [...(weeks.get(monday) ?? []), block])
  }
  return [...weeks].map(([from, own]) => ({
    span: { from, to: addDays(from, DAYS_A_WEEK - 1) },
    hours: own.reduce((sum, { hours }) => sum + hours, 0) as Amount,
    blocks: own,
  }))
}

/** A finish that moved when the work was laid out again. */
export interface Moved {
  readonly task: string
  readonly was: Day | null
  readonly now: Day | null
  /** True where the new day is too late, and the old one was not. */
  readonly endangered: boolean
}

/** Lays the work out again from what is done by `today`, and says which finishes moved. */
export function reflow(
  before: Layout,
  tasks: readonly Task[],
  { pace, today }: { readonly pace: Pace; readonly today: Day },
): { readonly layout: Layout; readonly moved: readonly Moved[] } {
  const layout = layOut(tasks, pace, today)
  const moved = layout.finishes.flatMap(({ task, day, late }): Moved[] => {
    const old = before.finishes.find((finish) => finish.task === task)
    if (old && old.day === day) return []
    return [{ task, was: old?.day ?? null, now: day, endangered: late && old?.late !== true }]
  })
  return { layout, moved }
}

/** Thousandths of an hour that should be done by the end of each week, added up: the line beside which what was done is drawn. */
export function plannedByWeek({ weeks }: Layout): { readonly by: Day; readonly hours: Amount }[] {
  let sum = 0
  return weeks.map(({ span, hours }) => {
    sum += hours
    return { by: span.to, hours: sum as Amount }
  })
}
