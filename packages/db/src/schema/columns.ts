import { type Day, formatDay, parseDay } from '@gs/domain'
import { customType, timestamp } from 'drizzle-orm/pg-core'

/** A civil date: `date` in the database, a day number in the product. */
export const day = customType<{ data: Day; driverData: string }>({
  dataType: () => 'date',
  toDriver: formatDay,
  fromDriver(stored) {
    const parsed = parseDay(stored)
    if (!parsed.ok) throw new Error(`the database holds ${stored} in a date column`)
    return parsed.value
  },
})

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
})

/** A range of civil dates, in PostgreSQL's own notation. */
export const dayRange = customType<{ data: string; driverData: string }>({ dataType: () => 'daterange' })
