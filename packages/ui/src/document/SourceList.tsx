import { staticList } from '../static-list.ts'
import { asList, asObject, asText, type JsonObject } from './guards.ts'
import { DocumentLink } from './Inline.tsx'

/** Where the facts of a document come from. */
export function SourceList({ node, title }: { node: JsonObject; title: string }) {
  const sources = asList(node.content).filter((each) => each.type === 'source')
  if (sources.length === 0) return null
  return (
    <section aria-label={title} className="mt-8 border-t border-line pt-4 text-sm text-muted">
      <p className="font-semibold text-ink">{title}</p>
      <ol className="mt-2 list-decimal space-y-1.5 ps-5">
        {staticList(sources, (each) => (
          <Source attrs={asObject(each.attrs)} />
        ))}
      </ol>
    </section>
  )
}

function Source({ attrs }: { attrs: JsonObject }) {
  const year = typeof attrs.year === 'number' ? String(attrs.year) : asText(attrs.year)
  const title = asText(attrs.title)
  const imprint = [asText(attrs.publisher), year].filter(Boolean).join(', ')
  const note = asText(attrs.note)
  return (
    <li className="break-words">
      <DocumentLink href={attrs.href}>{title}</DocumentLink>
      {imprint && <span>{afterSentence(title) + imprint}</span>}
      {note && <span>{afterSentence(imprint || title) + note}</span>}
    </li>
  )
}

/** What stands between a text and the next: no stop after one that ends itself. */
const afterSentence = (text: string): string => (/[.?!…]["”’»)]?$/.test(text.trim()) ? ' ' : '. ')
