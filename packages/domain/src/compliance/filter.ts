import type { Day } from '../kernel/index.ts'
import type { MissingCode, StandingStatus } from '../rules/index.ts'

/** Every status that a list of holdings may hold, in the order in which people worry about them. */
export const STATUSES = [
  'lapsed',
  'inactive',
  'suspended',
  'late',
  'grace',
  'due_soon',
  'extended',
  'active',
  'pending',
  'permanent',
  'n/a',
] as const satisfies readonly StandingStatus[]

/** One holding as the compliance list shows it. Amounts in thousandths of the pack's unit. */
export interface ComplianceRow {
  readonly holdingId: string
  readonly personId: string
  readonly personName: string
  readonly unitPath: string
  readonly credentialCode: string
  /** Who says that it is held: a registrar, or its holder alone. */
  readonly source: 'confirmed' | 'declared'
  readonly status: StandingStatus
  readonly inForce: boolean | null
  readonly missing: readonly MissingCode[]
  readonly needed: number | null
  readonly expiresOn: Day | null
}

/** What a list or a count is narrowed to; what is absent narrows nothing. */
export interface ComplianceFilter {
  readonly source?: 'confirmed' | 'declared' | undefined
  readonly status?: readonly StandingStatus[] | undefined
  readonly credential?: string | undefined
  /** The unit of this path and whatever lies below it. */
  readonly unitPath?: string | undefined
  readonly expiresFrom?: Day | undefined
  readonly expiresTo?: Day | undefined
  readonly missing?: MissingCode | undefined
  /** A part of the name, whatever its case. */
  readonly name?: string | undefined
}

/** Whether a row belongs to what the filter names. The SQL of the lists says the same; a test holds the two together. */
export function matches(row: ComplianceRow, filter: ComplianceFilter): boolean {
  const { source, status, credential, unitPath, expiresFrom, expiresTo, missing, name } = filter
  if (source !== undefined && row.source !== source) return false
  if (status && status.length > 0 && !status.includes(row.status)) return false
  if (credential !== undefined && row.credentialCode !== credential) return false
  if (unitPath !== undefined && !row.unitPath.startsWith(unitPath)) return false
  if (expiresFrom !== undefined && (row.expiresOn === null || row.expiresOn < expiresFrom)) return false
  if (expiresTo !== undefined && (row.expiresOn === null || row.expiresOn > expiresTo)) return false
  if (missing !== undefined && !row.missing.includes(missing)) return false
  return name === undefined || row.personName.toLowerCase().includes(name.toLowerCase())
}

/** The only keys by which a list may be sorted. */
export const SORT_KEYS = ['name', 'expires', 'status', 'credential', 'needed'] as const
export type SortKey = (typeof SORT_KEYS)[number]

export interface Sort {
  readonly by: SortKey
  readonly direction: 'asc' | 'desc'
}

/** The sort that a text names ("expires", "-name"); null where it names none of the allowed ones. */
export function parseSort(text: string): Sort | null {
  const direction = text.startsWith('-') ? 'desc' : 'asc'
  const by = SORT_KEYS.find((key) => key === text.replace(/^-/, ''))
  return by ? { by, direction } : null
}

/** As `parseSort` reads it. */
export const formatSort = ({ by, direction }: Sort): string => (direction === 'desc' ? `-${by}` : by)
