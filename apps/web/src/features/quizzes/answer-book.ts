/**
 * What a taker has answered and what of it the server has acknowledged. An answer is `saved` only by the server's own
 * receipt for exactly this choice; until then it is kept here and in the journal, and sent again.
 */

export type AnswerState =
  | 'saving'
  /** Not acknowledged: it is sent again by itself. */
  | 'waiting'
  | 'saved'

export interface Answer {
  readonly choice: readonly string[]
  /** Grows with every answer; the server keeps the highest. */
  readonly seq: number
  readonly state: AnswerState
  readonly savedAt: string | null
}

export interface Receipt {
  readonly state: 'saved' | 'newer'
  readonly seq: number
  readonly choice: readonly string[]
  readonly savedAt: string
}

export interface SavedAnswer {
  readonly question: string
  readonly choice: readonly string[]
  readonly seq: number
  readonly savedAt: string
}

export interface UnsavedAnswer {
  readonly question: string
  readonly choice: readonly string[]
  readonly seq: number
}

export type AnswerBook = ReadonlyMap<string, Answer>

/** What the server has. */
export const openBook = (saved: readonly SavedAnswer[]): AnswerBook => withServer(new Map(), saved)

/** What the journal still owes the server, where the server has nothing newer. */
export function withOwed(book: AnswerBook, owed: readonly UnsavedAnswer[]): AnswerBook {
  const next = new Map(book)
  for (const { question, choice, seq } of owed)
    if (seq > (next.get(question)?.seq ?? 0)) next.set(question, { choice, seq, state: 'waiting', savedAt: null })
  return next
}

/** The number of the next answer: later than every known one, and in step with the clock, so that of two tabs the later click wins. */
export const nextSeq = (book: AnswerBook, elapsedMs: number): number =>
  Math.max(Math.floor(elapsedMs), 0, ...[...book.values()].map((answer) => answer.seq)) + 1

/** The taker chooses. */
export const withChoice = (book: AnswerBook, { question, choice, seq }: UnsavedAnswer): AnswerBook =>
  new Map(book).set(question, { choice, seq, state: 'saving', savedAt: null })

/** A send has begun, or has failed. A choice made since is not touched by the fate of an older one. */
export function withState(book: AnswerBook, sent: UnsavedAnswer, state: 'saving' | 'waiting'): AnswerBook {
  const answer = book.get(sent.question)
  if (!answer || answer.seq !== sent.seq || answer.state === 'saved') return book
  return new Map(book).set(sent.question, { ...answer, state })
}

/** The server's receipt. `newer` means that another tab answered later: its answer is what counts, and is shown. */
export function withReceipt(book: AnswerBook, sent: UnsavedAnswer, receipt: Receipt): AnswerBook {
  const answer = book.get(sent.question)
  if (answer && answer.seq > sent.seq && answer.seq >= receipt.seq) return book
  const { choice, seq, savedAt } = receipt
  return new Map(book).set(sent.question, { choice, seq, state: 'saved', savedAt })
}

/** What another tab has saved meanwhile, where nothing newer waits here. */
export function withServer(book: AnswerBook, saved: readonly SavedAnswer[]): AnswerBook {
  const next = new Map(book)
  for (const { question, choice, seq, savedAt } of saved)
    if (seq >= (next.get(question)?.seq ?? 0)) next.set(question, { choice, seq, state: 'saved', savedAt })
  return next
}

/** What the server has not acknowledged yet, oldest first. */
export const unsavedOf = (book: AnswerBook): readonly UnsavedAnswer[] =>
  [...book]
    .filter(([, answer]) => answer.state !== 'saved')
    .map(([question, { choice, seq }]) => ({ question, choice, seq }))
    .sort((a, b) => a.seq - b.seq)

export const answeredCount = (book: AnswerBook): number =>
  [...book.values()].filter((answer) => answer.choice.length > 0).length

/** The state of all answers in one word: the worst of them. */
export function bookState(book: AnswerBook): AnswerState | 'empty' {
  const states = [...book.values()].map((answer) => answer.state)
  if (states.includes('waiting')) return 'waiting'
  if (states.includes('saving')) return 'saving'
  return states.length > 0 ? 'saved' : 'empty'
}
