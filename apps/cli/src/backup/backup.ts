import { runBackup } from '@gs/runtime/backup'
import type { Io } from '../standing/files.ts'

const USAGE = 'Usage: npm run -s backup -- create PATH | restore PATH\n'

/** `backup create|restore PATH`: a consistent copy of everything into a new folder, and back into an empty house. */
export async function runBackupCommand(argv: readonly string[], io: Io): Promise<number> {
  const [verb, path, ...rest] = argv
  if ((verb !== 'create' && verb !== 'restore') || !path || rest.length > 0) {
    io.stderr.write(USAGE)
    return 2
  }
  return runBackup(verb, path, io.cwd)
}
