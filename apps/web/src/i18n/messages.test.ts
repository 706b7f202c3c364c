import { join } from 'node:path'
import { describeMessages } from '@gs/lobby/testing'

describeMessages(join(import.meta.dirname, 'messages'))
