import type { z } from 'zod'
import { nearest } from './expected-fields.ts'

type Issue = z.core.$ZodIssue

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number without quotes',
  int: 'a whole number without quotes',
  boolean: 'true or false, without quotes',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
  null: 'null',
}

/** What the format knows where a fault lies. */
export interface Expected {
  /** The fields of the object; empty where there is none. */
  readonly fields: readonly string[]
  /** The names of all primitives. */
  readonly primitives: readonly string[]
  /** What stands there. */
  readonly found: unknown
}

/** What is wrong with a field, for somebody who writes packs and no programs. */
export function faultWords(issue: Issue, expected: Expected): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue, expected)
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(key, expected.fields)).join('; ')
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'invalid_union':
      return issue.path[issue.path.length - 1] === 'primitive'
        ? `is no primitive${suggestion(expected.found, expected.primitives)}; docs/rule-packs.md lists them all`
        : 'has none of the shapes that are possible here; docs/rule-packs.md shows them'
    case 'too_small':
      if (!issue.message.startsWith('Too small')) return issue.message
      return `must be at least ${issue.minimum}${issue.origin === 'array' ? ' long' : ''}`
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'array' ? ' long' : ''}`
    case 'invalid_format':
      if (issue.format === 'url') return 'must be an address such as "https://example.org/renew", or null'
      return issue.format === 'regex' ? issue.message : `must be a ${issue.format}`
    default:
      return issue.message
  }
}

function typeWords(issue: Extract<Issue, { code: 'invalid_type' }>, { fields }: Expected): string {
  if (issue.input === undefined && /undefined/.test(issue.message)) return 'is missing'
  const wanted = KINDS[issue.expected] ?? issue.expected
  return `must be ${wanted}${fields.length > 0 ? ` with the fields ${fields.join(', ')}` : ''}`
}

function unknownField(key: string, fields: readonly string[]): string {
  const possible = fields.length > 0 ? `; possible here: ${fields.join(', ')}` : ''
  return `has no field "${key}"${suggestion(key, fields)}${possible}`
}

function suggestion(typed: unknown, names: readonly string[]): string {
  const near = typeof typed === 'string' ? nearest(typed, names) : undefined
  return near === undefined ? '' : ` (did you mean "${near}"?)`
}
