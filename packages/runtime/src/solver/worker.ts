import { parentPort } from 'node:worker_threads'
import { answerTask, type PlanTask } from '@gs/domain/planner'
import { loadSolver } from './highs.ts'

// One thread of the pool: a task in, an answer or the reason why there is none out, one after the other.
const port = parentPort
if (port === null) throw new Error('the planner runs on a thread of its own')
const solver = await loadSolver()
port.on('message', (task: PlanTask) => {
  try {
    port.postMessage({ answer: answerTask(task, solver) })
  } catch (error) {
    port.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
