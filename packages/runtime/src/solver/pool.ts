import { Worker } from 'node:worker_threads'
import type { PlanAnswer, PlanTask } from '@gs/domain/planner'
import { type Planner, PlannerBusy } from '@gs/services'

const THREAD = new URL('./worker.ts', import.meta.url)
/** Seconds beyond a task's own after which its thread is taken for stuck and ended. */
const GRACE = 5
/** Tasks that wait for each thread, at most. */
const QUEUE_PER_THREAD = 16

export interface PlannerPool extends Planner {
  /** Ends every thread; what still waits is rejected. */
  stop(): Promise<void>
}

interface Waiting {
  readonly task: PlanTask
  readonly resolve: (answer: PlanAnswer) => void
  readonly reject: (reason: unknown) => void
  readonly signal: AbortSignal | undefined
}

interface Reply {
  readonly answer?: PlanAnswer
  readonly fault?: string
}

/**
 * Plans on at most `threads` threads, begun when the first task comes. HiGHS cannot be interrupted: a task that is
 * cancelled, or takes much longer than its time, loses its thread, and the next task begins a new one.
 */
export function plannerPool({ threads }: { readonly threads: number }): PlannerPool {
  const idle: Worker[] = []
  const busy = new Map<Worker, (reason: Error) => void>()
  const queue: Waiting[] = []
  let stopped = false

  const end = (worker: Worker): void => {
    busy.delete(worker)
    void worker.terminate()
  }
  const next = (): void => {
    while (!stopped && queue.length > 0 && busy.size < threads) {
      const waiting = queue.shift()
      if (waiting && !waiting.signal?.aborted) run(waiting, idle.pop() ?? new Worker(THREAD))
    }
  }
  const run = ({ task, resolve, reject, signal }: Waiting, worker: Worker): void => {
    worker.ref()
    const over = (settle: () => void, keep: boolean): void => {
      clearTimeout(timer)
      worker.off('message', hear)
      worker.off('error', lose)
      worker.off('exit', ended)
      signal?.removeEventListener('abort', cancel)
      if (keep) {
        busy.delete(worker)
        // A thread that waits does not hold the process.
        worker.unref()
        idle.push(worker)
      } else end(worker)
      settle()
      next()
    }
    const lose = (reason: unknown): void => over(() => reject(reason), false)
    const cancel = (): void => lose(signal?.reason)
    const ended = (code: number): void => lose(new Error(`the planner's thread ended with ${code}`))
    const hear = ({ answer, fault }: Reply): void =>
      over(() => (answer ? resolve(answer) : reject(new Error(fault))), true)
    const timer = setTimeout(
      () => lose(new Error(`no plan after ${task.seconds + GRACE} s`)),
      (task.seconds + GRACE) * 1000,
    )
    busy.set(worker, lose)
    worker.on('message', hear)
    worker.on('error', lose)
    worker.on('exit', ended)
    signal?.addEventListener('abort', cancel)
    worker.postMessage(task)
  }
  return {
    solve: (task, signal) =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(new Error('the planner is stopped'))
        if (signal?.aborted) return reject(signal.reason)
        if (queue.length >= threads * QUEUE_PER_THREAD) return reject(new PlannerBusy())
        const waiting = { task, resolve, reject, signal }
        signal?.addEventListener('abort', () => {
          const at = queue.indexOf(waiting)
          if (at < 0) return
          queue.splice(at, 1)
          reject(signal.reason)
        })
        queue.push(waiting)
        next()
      }),
    async stop() {
      stopped = true
      for (const { reject } of queue.splice(0)) reject(new Error('the planner is stopped'))
      for (const lose of [...busy.values()]) lose(new Error('the planner is stopped'))
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()))
    },
  }
}
