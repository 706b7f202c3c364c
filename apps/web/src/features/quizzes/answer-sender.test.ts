import { describe, expect, it } from 'vitest'
import { bookState, type Receipt, type UnsavedAnswer } from './answer-book.ts'
import { createAnswerSender, type SenderOptions } from './answer-sender.ts'
import { type JournalStorage, readJournal } from './journal.ts'

const ATTEMPT = 'attempt-1'

interface Sent {
  readonly answer: UnsavedAnswer
  acknowledge(receipt?: Partial<Receipt>): Promise<void>
  lose(error?: unknown): Promise<void>
}

/** A network that keeps every send until the test decides its fate, and a clock that moves when the test says so. */
function bench(options: Partial<SenderOptions> = {}) {
  const sent: Sent[] = []
  const timers: { at: number; run: () => void }[] = []
  const kept = new Map<string, string>()
  let elapsed = 1000
  const storage: JournalStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  const open = (more: Partial<SenderOptions> = {}) => {
    const sender = createAnswerSender({
      attemptId: ATTEMPT,
      saved: [],
      storage,
      send: (answer) =>
        new Promise<Receipt>((resolve, reject) => {
          const { choice, seq } = answer
          sent.push({
            answer,
            acknowledge(receipt) {
              resolve({ state: 'saved', seq, choice, savedAt: '2026-01-01T00:00:00Z', ...receipt })
              return settle()
            },
            lose(error = new Error('swallowed')) {
              reject(error)
              return settle()
            },
          })
        }),
      failureOf: (error) => (error === 'over' || error === 'signed-out' ? error : 'again'),
      elapsed: () => elapsed,
      later(run, ms) {
        const timer = { at: elapsed + ms, run }
        timers.push(timer)
        return () => void timers.splice(timers.indexOf(timer), 1)
      },
      ...options,
      ...more,
    })
    sender.start()
    return sender
  }
  const pass = (ms: number) => {
    elapsed += ms
    for (const timer of timers.filter(({ at }) => at <= elapsed)) {
      timers.splice(timers.indexOf(timer), 1)
      timer.run()
    }
  }
  return { sent, open, pass, kept, timers, journal: () => readJournal(storage, ATTEMPT) }
}

describe('an answer whose acknowledgement is swallowed (D2)', () => {
  it('never shows as saved, in 100 tries, until the server has acknowledged it', async () => {
    const { sent, open, pass, journal } = bench()
    const sender = open()
    sender.choose('q', ['a'])
    for (let lost = 0; lost < 100; lost += 1) {
      expect(sent).toHaveLength(lost + 1)
      expect(bookState(sender.view().book)).not.toBe('saved')
      await sent.at(-1)?.lose()
      expect(sender.view().book.get('q')?.state).toBe('waiting')
      expect(journal()).toMatchObject([{ question: 'q', choice: ['a'] }])
      pass(10_000)
    }
    await sent.at(-1)?.acknowledge()
    expect(sender.view().book.get('q')?.state).toBe('saved')
    expect(journal()).toEqual([])
  })

  it('is replayed with its own number by the next visit, unless the server has a newer one', async () => {
    const { sent, open, journal } = bench()
    const first = open()
    first.choose('q', ['a'])
    first.choose('r', ['b'])
    first.stop()
    const [owed] = journal()
    const next = open({
      saved: [{ question: 'r', choice: ['c'], seq: 99_999, savedAt: '2026-01-01T00:00:00Z' }],
    })
    expect(next.view().book.get('q')).toMatchObject({ choice: ['a'], state: 'saving', seq: owed?.seq })
    expect(next.view().book.get('r')).toMatchObject({ choice: ['c'], state: 'saved' })
    expect(sent.at(-1)?.answer).toEqual(owed)
    await sent.at(-1)?.acknowledge()
    expect(bookState(next.view().book)).toBe('saved')
  })
})

describe('answers', () => {
  it('are sent one at a time, and a choice made meanwhile is not called saved by the receipt of the one before', async () => {
    const { sent, open } = bench()
    const sender = open()
    sender.choose('q', ['a'])
    sender.choose('q', ['b'])
    expect(sent).toHaveLength(1)
    await sent[0]?.acknowledge()
    expect(sender.view().book.get('q')).toMatchObject({ choice: ['b'], state: 'saving' })
    expect(sent[1]?.answer.choice).toEqual(['b'])
    await sent[1]?.acknowledge()
    expect(sender.view().book.get('q')).toMatchObject({ choice: ['b'], state: 'saved' })
  })

  it('get growing numbers, in step with the clock of the attempt', async () => {
    const { sent, open, pass } = bench()
    const sender = open({ saved: [{ question: 'x', choice: [], seq: 5000, savedAt: '2026-01-01T00:00:00Z' }] })
    sender.choose('q', ['a'])
    await sent[0]?.acknowledge()
    pass(20_000)
    sender.choose('r', ['a'])
    expect(sent.map(({ answer }) => answer.seq)).toEqual([5001, 21_001])
  })

  it('of another tab that are newer are shown instead', async () => {
    const { sent, open } = bench()
    const sender = open()
    sender.choose('q', ['a'])
    await sent[0]?.acknowledge({ state: 'newer', choice: ['d'], seq: 50_000 })
    expect(sender.view().book.get('q')).toMatchObject({ choice: ['d'], state: 'saved', seq: 50_000 })
    sender.adopt([{ question: 'r', choice: ['c'], seq: 3, savedAt: '2026-01-01T00:00:00Z' }])
    expect(sender.view().book.get('r')).toMatchObject({ choice: ['c'], state: 'saved' })
  })

  it('wait longer after each failure, at most ten seconds, and go at once when asked', async () => {
    const { sent, open, timers, pass } = bench()
    const sender = open()
    sender.choose('q', ['a'])
    const waits: number[] = []
    for (let lost = 0; lost < 6; lost += 1) {
      const before = timers.length
      await sent.at(-1)?.lose()
      expect(timers).toHaveLength(before + 1)
      waits.push((timers[0]?.at ?? 0) - 1000 - waits.reduce((sum, wait) => sum + wait, 0))
      pass(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000])
    await sent.at(-1)?.lose()
    const tries = sent.length
    sender.retry()
    expect(sent).toHaveLength(tries + 1)
  })

  it('stop when the attempt is over, and stay in the journal when the session is', async () => {
    const { sent, open, timers, journal, pass } = bench()
    const sender = open()
    sender.choose('q', ['a'])
    await sent[0]?.lose('signed-out')
    expect(sender.view().halt).toBe('signed-out')
    expect(journal()).toHaveLength(1)
    pass(1000)
    await sent[1]?.acknowledge()
    expect(sender.view()).toMatchObject({ halt: null })
    sender.choose('q', ['b'])
    await sent[2]?.lose('over')
    expect(sender.view().halt).toBe('over')
    expect(timers).toHaveLength(0)
    sender.choose('q', ['c'])
    expect(sent).toHaveLength(3)
  })

  it('work without a journal, and with one that holds nonsense', () => {
    const { open, kept } = bench()
    kept.set(`gs.attempt.${ATTEMPT}`, '[{"question":1},{"question":"q","choice":["a"],"seq":7},null]')
    expect([...open().view().book.keys()]).toEqual(['q'])
    kept.set(`gs.attempt.${ATTEMPT}`, '{broken')
    expect(open().view().book.size).toBe(0)
    const sender = open({ storage: undefined })
    sender.choose('q', ['a'])
    expect(sender.view().book.get('q')?.state).toBe('saving')
  })
})
