export { describeMessages } from './messages.ts'
