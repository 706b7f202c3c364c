export { Messages } from '@gs/lobby/words'
