import type { Io } from './standing/files.ts'

/** A command: takes its arguments, returns the exit status. Loaded only when called, so that a small one stays quick. */
type Command = (argv: readonly string[], io: Io) => Promise<number> | number

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  backup: async () => (await import('./backup/backup.ts')).runBackupCommand,
  'org create': async () => (await import('./org/create.ts')).runCreate,
  'packs publish': async () => (await import('./packs/publish.ts')).runPublish,
  'standing evaluate': async () => (await import('./standing/evaluate.ts')).runEvaluate,
  'standing check': async () => (await import('./standing/check.ts')).runCheck,
  'standing explain': async () => (await import('./standing/explain.ts')).runExplain,
  'standing plan': async () => (await import('./standing/plan.ts')).runPlan,
  'standing verify': async () => (await import('./standing/verify.ts')).runVerify,
  seed: async () => (await import('./seed/seed.ts')).runSeed,
}

async function main(argv: readonly string[]): Promise<number> {
  const io: Io = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.env.INIT_CWD ?? process.cwd(),
  }
  for (const words of [2, 1]) {
    const load = commands[argv.slice(0, words).join(' ')]
    if (load) return (await load())(argv.slice(words), io)
  }
  io.stderr.write(`usage: ${Object.keys(commands).join(' | ')}\n`)
  return 2
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

// The exit status is set, not forced: output that is still being written is not cut off.
process.exitCode = await main(process.argv.slice(2))
