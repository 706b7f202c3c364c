import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A page of an app as its folder names it: '/learn/[code]'. */
export interface PageRoute {
  readonly pattern: string
  /** Whether it stands behind the sign-in. */
  readonly behindSignIn: boolean
}

const APPS = join(import.meta.dirname, '../../apps')

/** Every page of an app, read from its `app` folder, so that none can be forgotten. */
export function pageRoutes(app: 'web' | 'admin'): readonly PageRoute[] {
  const root = join(APPS, app, 'src/app')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(/[\\/]/))
    .filter((segments) => segments.at(-1) === 'page.tsx')
    .map((segments) => ({
      pattern: `/${segments
        .slice(0, -1)
        .filter((segment) => !segment.startsWith('('))
        .join('/')}`,
      behindSignIn: segments.includes('(app)'),
    }))
    .sort((one, other) => one.pattern.localeCompare(other.pattern))
}

/**
 * What the segments in brackets stand for, by the part of the path up to them: { '/people/[personId]': '0198…' }. Where
 * one page below needs another thing, its whole pattern names the last segment in brackets.
 */
export type Fillings = Readonly<Record<string, string>>

/** The path of a pattern. Throws where nothing is known for a segment: a new page needs a line with whoever calls this. */
export function fill(pattern: string, fillings: Fillings): string {
  const segments = pattern.split('/')
  const last = segments.findLastIndex((segment) => segment.startsWith('['))
  return segments
    .map((segment, index) => {
      if (!segment.startsWith('[')) return segment
      const upTo = segments.slice(0, index + 1).join('/')
      const value = (index === last ? fillings[pattern] : undefined) ?? fillings[upTo]
      if (value === undefined) throw new Error(`${upTo}: say what it stands for`)
      return value
    })
    .join('/')
}
