import { requestConfig } from '@gs/lobby/words'
import { messagesIn } from './messages.ts'

export default requestConfig(messagesIn)
