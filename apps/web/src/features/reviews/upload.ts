import { EVIDENCE_LIMIT } from '@gs/domain/reviews'

export type Uploaded = { readonly ok: true; readonly fileId: string } | { readonly ok: false; readonly code: string }

export interface Upload {
  readonly file: File
  readonly purpose: 'evidence' | 'card'
  /** The same file under the same key is kept once. */
  readonly key: string
}

/** Sends one file to be kept; the bytes alone, its name in a header. */
export async function upload({ file, purpose, key }: Upload): Promise<Uploaded> {
  if (file.size === 0) return { ok: false, code: 'file.empty' }
  // The server would close the connection in the middle: said here, it is said in words.
  if (file.size > EVIDENCE_LIMIT) return { ok: false, code: 'file.too-large' }
  try {
    const answer = await fetch('/files/evidence', {
      method: 'POST',
      body: file,
      headers: {
        'Content-Type': 'application/octet-stream',
        'X-Command-Key': key,
        'X-File-Name': encodeURIComponent(file.name.toWellFormed()),
        'X-File-Purpose': purpose,
      },
    })
    const body: { fileId?: string; error?: string } = await answer.json()
    return body.fileId ? { ok: true, fileId: body.fileId } : { ok: false, code: body.error ?? 'unknown' }
  } catch {
    return { ok: false, code: 'network' }
  }
}
