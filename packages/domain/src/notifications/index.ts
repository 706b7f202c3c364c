export * from './quiet-hours.ts'
export * from './reminders.ts'
