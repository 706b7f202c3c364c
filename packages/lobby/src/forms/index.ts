export { typedIn } from './typed-in.ts'
export { type Intent, reasonOf, useIntent } from './use-intent.ts'
