import { compose, runProcess } from '@gs/runtime'

await runProcess(async (env, closers) => {
  const runtime = await compose(env, { name: 'worker', worker: true, poolSize: 4 })
  await closers.add(runtime.stop)
})
