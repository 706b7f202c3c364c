import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { text } from 'node:stream/consumers'

/** Where a command reads and writes. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  /** The caller's folder; file names are relative to it. */
  readonly cwd: string
}

/** The JSON of a file, or of standard input for `-`; a sentence where it cannot be read. */
export async function readJson(file: string, io: Io): Promise<{ json: unknown } | { fault: string }> {
  let content: string
  try {
    content = file === '-' ? await text(io.stdin) : readFileSync(isAbsolute(file) ? file : join(io.cwd, file), 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { fault: code === 'ENOENT' ? 'there is no such file' : `it cannot be read${code ? ` (${code})` : ''}` }
  }
  try {
    const json: unknown = JSON.parse(content.replace(/^\uFEFF/, ''))
    return { json }
  } catch (error) {
    return { fault: `it is no JSON: ${error instanceof Error ? error.message : 'unreadable'}` }
  }
}
