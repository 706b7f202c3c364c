export * from './own-reminders.ts'
export * from './preview-reminders.ts'
export { type RemindersSent, sendOwedReminders } from './send-reminders.ts'
