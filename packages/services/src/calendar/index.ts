export * from './feeds.ts'
export { type CalendarDeps, personCalendar } from './person-calendar.ts'
