import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Route } from './route.ts'

/** The address that pages name, and the one that browsers ask for where an answer names none: a file, JSON, a fault. */
const PATHS: ReadonlySet<string> = new Set(['/icon.svg', '/favicon.ico'])

/** The icon of the product, the same for everybody: the one answer beside the files of the build that may be kept. */
export async function iconRoute(): Promise<Route> {
  const icon = await readFile(join(import.meta.dirname, 'icon.svg'))
  return {
    name: 'icon',
    bodyLimit: 0,
    matches: ({ path, request }) => (request.method === 'GET' || request.method === 'HEAD') && PATHS.has(path),
    handle({ request, response }) {
      response.statusCode = 200
      response.setHeader('Cache-Control', 'public, max-age=86400')
      response.setHeader('Content-Type', 'image/svg+xml')
      response.setHeader('Content-Length', icon.byteLength)
      response.end(request.method === 'HEAD' ? undefined : icon)
    },
  }
}
