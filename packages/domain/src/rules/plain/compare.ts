import type { Words } from '../trace.ts'
import type { PackInWords, PackSection, PackSentence } from './pack-in-words.ts'
import { SECTION_TITLES, SECTIONS, type SectionName } from './sections.ts'

/** How a sentence stands beside that of the version before it. */
export type Change = 'first' | 'same' | 'changed' | 'added' | 'removed' | 'absent'

export interface ComparedCell {
  /** null: this version does not say it. */
  readonly sentence: PackSentence | null
  readonly change: Change
}

/** One matter over all versions, oldest first. */
export interface ComparedRow {
  readonly id: string
  readonly differs: boolean
  readonly cells: readonly ComparedCell[]
}

export interface ComparedSection {
  readonly name: SectionName
  readonly title: Words
  readonly rows: readonly ComparedRow[]
}

/**
 * Lays versions of one credential beside each other, sentence by sentence, oldest first. A sentence is the same matter
 * as another where the rule keeps its id; what is left over is paired by its primitive, in order.
 */
export function compareVersions(versions: readonly PackInWords[]): readonly ComparedSection[] {
  return SECTIONS.map((name) => ({
    name,
    title: SECTION_TITLES[name],
    rows: rowsOf(versions.map((version) => sentencesIn(version, name))),
  })).filter(({ rows }) => rows.length > 0)
}

const sentencesIn = ({ sections }: PackInWords, name: SectionName): readonly PackSentence[] =>
  sections.find((section: PackSection) => section.name === name)?.sentences ?? []

function rowsOf(columns: readonly (readonly PackSentence[])[]): readonly ComparedRow[] {
  const rows: { readonly id: string; readonly cells: (PackSentence | null)[] }[] = []
  columns.forEach((sentences, column) => {
    const free = new Set(rows.filter(({ cells }) => cells[column] === undefined))
    const left: PackSentence[] = []
    for (const sentence of sentences) {
      const row = [...free].find(({ id }) => id === sentence.id)
      if (row) {
        row.cells[column] = sentence
        free.delete(row)
      } else left.push(sentence)
    }
    for (const sentence of left) {
      const row = [...free].find(({ cells }) =>
        cells.some((cell) => cell?.primitive != null && cell.primitive === sentence.primitive),
      )
      if (row) {
        row.cells[column] = sentence
        free.delete(row)
      } else {
        const cells: (PackSentence | null)[] = Array.from({ length: column }, () => null)
        rows.push({ id: sentence.id, cells: [...cells, sentence] })
      }
    }
    for (const row of rows) row.cells[column] ??= null
  })
  return rows.map(({ id, cells }) => ({
    id,
    cells: cells.map((cell, i) => judged(cell, i === 0 ? undefined : cells[i - 1])),
    differs: differ(cells),
  }))
}

const sameText = (a: PackSentence, b: PackSentence): boolean => a.text.en === b.text.en && a.text.es === b.text.es

const differ = (cells: readonly (PackSentence | null)[]): boolean =>
  cells.some((cell, i) => {
    const before = cells[i - 1]
    if (i === 0) return false
    return cell && before ? !sameText(cell, before) : cell !== before
  })

function judged(sentence: PackSentence | null, before: PackSentence | null | undefined): ComparedCell {
  if (before === undefined) return { sentence, change: sentence ? 'first' : 'absent' }
  if (!sentence) return { sentence, change: before ? 'removed' : 'absent' }
  if (!before) return { sentence, change: 'added' }
  return { sentence, change: sameText(sentence, before) ? 'same' : 'changed' }
}
