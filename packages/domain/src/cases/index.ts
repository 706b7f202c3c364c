// Cases as the shell takes them: facts of one holding in plain JSON, read, evaluated and compared.
export { answerOf } from './answer.ts'
export { type CheckedCase, type ComparedKey, checkCase } from './golden.ts'
export { readAwards } from './read-awards.ts'
export { readCards } from './read-cards.ts'
export { type FindPack, type ReadCase, readCase } from './read-case.ts'
export { type Fault, type Fields, isFields, Reader } from './reader.ts'
