import {
  type AnswerBook,
  nextSeq,
  openBook,
  type Receipt,
  type SavedAnswer,
  type UnsavedAnswer,
  unsavedOf,
  withChoice,
  withOwed,
  withReceipt,
  withServer,
  withState,
} from './answer-book.ts'
import { type JournalStorage, readJournal, writeJournal } from './journal.ts'

/** Why nothing can be sent any more, or not now. */
export type SenderHalt = 'over' | 'signed-out' | 'elsewhere'

/** A save that failed: `over` (submitted or too late), `signed-out`, `elsewhere` (another device took over), or anything that may pass by itself. */
export type SendFailure = SenderHalt | 'again'

export interface SenderOptions {
  readonly attemptId: string
  readonly saved: readonly SavedAnswer[]
  readonly storage: JournalStorage | undefined
  send(answer: UnsavedAnswer): Promise<Receipt>
  failureOf(error: unknown): SendFailure
  /** Milliseconds since the attempt began, by the server's clock. */
  elapsed(): number
  /** Calls back later; answers how to cancel it. */
  later(callback: () => void, ms: number): () => void
}

export interface SenderView {
  readonly book: AnswerBook
  readonly halt: SenderHalt | null
}

export interface AnswerSender {
  readonly view: () => SenderView
  readonly subscribe: (listener: () => void) => () => void
  readonly choose: (question: string, choice: readonly string[]) => void
  /** Takes up what the journal owes and begins to send; again after `stop`. */
  readonly start: () => void
  /** Sends now what waits: back online, signed in again, about to submit. */
  readonly retry: () => void
  /** Another device goes on with the attempt: nothing is sent until it comes back here. */
  readonly yieldTo: () => void
  /** This device goes on: what waits is sent. */
  readonly resume: () => void
  /** Takes over what another tab has saved. */
  readonly adopt: (saved: readonly SavedAnswer[]) => void
  readonly stop: () => void
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 10_000

/** Sends answers one by one, oldest first, until each is acknowledged; keeps a journal of those that are not. */
export function createAnswerSender(options: SenderOptions): AnswerSender {
  const { attemptId, storage } = options
  let view: SenderView = { book: openBook(options.saved), halt: null }
  let busy = false
  let stopped = false
  let failures = 0
  let cancelWait: (() => void) | undefined
  const listeners = new Set<() => void>()

  const show = (next: Partial<SenderView>): void => {
    view = { ...view, ...next }
    writeJournal(storage, attemptId, unsavedOf(view.book))
    for (const listener of listeners) listener()
  }

  const fail = (answer: UnsavedAnswer, error: unknown): void => {
    const failure = options.failureOf(error)
    show({ book: withState(view.book, answer, 'waiting'), halt: failure === 'again' ? view.halt : failure })
    if (failure === 'over' || failure === 'elsewhere') return
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures)
    failures += 1
    cancelWait = options.later(() => {
      cancelWait = undefined
      void pump()
    }, wait)
  }

  const pump = async (): Promise<void> => {
    if (busy || stopped || cancelWait || view.halt === 'over' || view.halt === 'elsewhere') return
    busy = true
    for (let [answer] = unsavedOf(view.book); answer && !stopped; [answer] = unsavedOf(view.book)) {
      show({ book: withState(view.book, answer, 'saving') })
      try {
        const receipt = await options.send(answer)
        failures = 0
        show({ book: withReceipt(view.book, answer, receipt), halt: null })
      } catch (error) {
        fail(answer, error)
        break
      }
    }
    busy = false
  }

  const sender: AnswerSender = {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    choose(question, choice) {
      const seq = nextSeq(view.book, options.elapsed())
      show({ book: withChoice(view.book, { question, choice, seq }) })
      void pump()
    },
    start() {
      stopped = false
      show({ book: withOwed(view.book, readJournal(storage, attemptId)) })
      void pump()
    },
    retry() {
      cancelWait?.()
      cancelWait = undefined
      failures = 0
      void pump()
    },
    yieldTo: () => show({ halt: 'elsewhere' }),
    resume() {
      if (view.halt === 'elsewhere') show({ halt: null })
      sender.retry()
    },
    adopt: (saved) => show({ book: withServer(view.book, saved) }),
    stop() {
      stopped = true
      cancelWait?.()
      cancelWait = undefined
    },
  }
  return sender
}
