import { collectMessages, type MessageFiles } from '@gs/lobby/words'

declare const require: { context(folder: string, deep: boolean, filter: RegExp): MessageFiles }

/** This app's words over those that both apps share: adding a namespace is adding two files. */
export const messagesIn = collectMessages(require.context('./messages', true, /\.json$/))
