import type { ReactNode } from 'react'
import { staticList } from '../static-list.ts'
import { asCount, asList, asObject, asText, type JsonObject } from './guards.ts'

/** A table of a document; it scrolls by itself where the screen is too narrow. */
export function DocumentTable({ node, cell }: { node: JsonObject; cell: (content: unknown) => ReactNode }) {
  const caption = asText(asObject(node.attrs).caption)
  const rows = asList(node.content).filter((row) => row.type === 'tableRow')
  const [first, ...others] = rows
  const headed = first !== undefined && cells(first).every((each) => each.type === 'tableHeader')
  const body = headed ? others : rows
  return (
    <figure className="my-6 overflow-x-auto rounded-xl border border-line bg-surface">
      <table className="w-full border-collapse text-start text-sm">
        {caption && (
          <caption className="border-b border-line px-4 py-2.5 text-start font-medium text-muted">{caption}</caption>
        )}
        {headed && (
          <thead className="bg-sunken">
            <tr>{staticList(cells(first), (each) => tableCell(each, 'col', cell))}</tr>
          </thead>
        )}
        <tbody className="divide-y divide-line">
          {staticList(body, (row) => (
            <tr>{staticList(cells(row), (each) => tableCell(each, 'row', cell))}</tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function cells(row: JsonObject): readonly JsonObject[] {
  return asList(row.content).filter((each) => each.type === 'tableHeader' || each.type === 'tableCell')
}

function tableCell(node: JsonObject, scope: 'col' | 'row', cell: (content: unknown) => ReactNode): ReactNode {
  const attrs = asObject(node.attrs)
  const span = {
    colSpan: asCount(attrs.colspan, { min: 1, max: 100 }),
    rowSpan: asCount(attrs.rowspan, { min: 1, max: 1000 }),
  }
  if (node.type === 'tableHeader') {
    return (
      <th scope={scope} {...span} className="px-4 py-2.5 text-start align-top font-semibold">
        {cell(node.content)}
      </th>
    )
  }
  return (
    <td {...span} className="px-4 py-2.5 align-top">
      {cell(node.content)}
    </td>
  )
}
