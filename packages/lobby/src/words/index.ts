export { Messages } from './Messages.tsx'
export { collectMessages, type MessageFiles } from './messages.ts'
export { requestConfig } from './request.ts'
