import { join } from 'node:path'
import { describeMessages } from '../testing/messages.ts'

describeMessages(join(import.meta.dirname, 'messages'))
