import type { ReactNode } from 'react'
import type { LinkAs } from '../link.ts'
import { staticList } from '../static-list.ts'
import { Callout, calloutTone } from './Callout.tsx'
import { DocumentTable } from './DocumentTable.tsx'
import { Figure } from './Figure.tsx'
import { asCount, asList, asObject, asText, isObject, type JsonObject } from './guards.ts'
import { Inline, isInline } from './Inline.tsx'
import { SourceList } from './SourceList.tsx'
import type { CalloutTone } from './types.ts'

/** The words the renderer itself needs, in the reader's language. */
export interface DocumentLabels {
  callout: Record<CalloutTone, string>
  sources: string
}

export interface DocumentViewProps {
  /** A `DocumentNode`, as it came from storage: it is read defensively, so it may be `unknown`. */
  document: unknown
  labels: DocumentLabels
  linkAs?: LinkAs | undefined
  /** Steps to lower headings by, where the document stands under an `h2`. */
  headingOffset?: 0 | 1 | undefined
  /** Language of the text where it differs from the page's. */
  lang?: string | undefined
  className?: string | undefined
}

interface Context extends Pick<DocumentViewProps, 'labels' | 'linkAs' | 'headingOffset'> {
  depth: number
}

/** Deeper than any real document; what lies below is left out. */
const maxDepth = 16

/** A rich text document. Unknown nodes, unsafe links and malformed figures render nothing, and nothing throws. */
export function DocumentView({ document, lang, className = '', ...context }: DocumentViewProps) {
  if (!isObject(document) || document.schema !== 1) return null
  return (
    <div lang={lang} className={`max-w-[68ch] text-base leading-[1.7] break-words ${className}`}>
      {blocks(document.content, { ...context, depth: 0 })}
    </div>
  )
}

function blocks(content: unknown, context: Context): ReactNode {
  if (context.depth > maxDepth) return null
  return staticList(asList(content), (node) => block(node, { ...context, depth: context.depth + 1 }))
}

/** Content that may be bare text or blocks: each run of text stands as it is, blocks between. */
function flow(content: unknown, context: Context): ReactNode {
  const nodes = asList(content)
  if (!nodes.some(isInline)) return blocks(content, context)
  return staticList(nodes, (node) =>
    isInline(node) ? <Inline content={[node]} linkAs={context.linkAs} /> : blocks([node], context),
  )
}

function block(node: JsonObject, context: Context): ReactNode {
  const attrs = asObject(node.attrs)
  switch (node.type) {
    case 'paragraph':
      return (
        <p className="my-4 first:mt-0 last:mb-0">
          <Inline content={node.content} linkAs={context.linkAs} />
        </p>
      )
    case 'heading':
      return heading(node, context)
    case 'bulletList':
      return <ul className="my-4 list-disc space-y-1.5 ps-6 marker:text-accent">{items(node, context)}</ul>
    case 'orderedList':
      return (
        <ol
          start={asCount(attrs.start, { min: 0, max: 9999 })}
          className="my-4 list-decimal space-y-1.5 ps-6 marker:font-medium marker:text-accent-ink"
        >
          {items(node, context)}
        </ol>
      )
    case 'blockquote':
      return (
        <blockquote className="my-6 border-s-3 border-accent ps-4 text-muted">{flow(node.content, context)}</blockquote>
      )
    case 'callout': {
      const tone = calloutTone(attrs.tone)
      return (
        <Callout tone={tone} title={asText(attrs.title) || context.labels.callout[tone]}>
          {flow(node.content, context)}
        </Callout>
      )
    }
    case 'figure':
      return <Figure spec={attrs.svg} alt={asText(attrs.alt)} caption={asText(attrs.caption)} />
    case 'table':
      return <DocumentTable node={node} cell={(content) => flow(content, context)} />
    case 'sourceList':
      return <SourceList node={node} title={context.labels.sources} />
    default:
      return null
  }
}

function heading(node: JsonObject, context: Context): ReactNode {
  const level = asCount(asObject(node.attrs).level, { min: 2, max: 3 }) ?? 3
  const words = <Inline content={node.content} linkAs={context.linkAs} />
  const shown = level + (context.headingOffset ?? 0)
  const className =
    level === 2 ? 'mt-10 mb-3 text-xl font-semibold first:mt-0' : 'mt-8 mb-2 text-base font-semibold first:mt-0'
  if (shown === 2) return <h2 className={className}>{words}</h2>
  if (shown === 3) return <h3 className={className}>{words}</h3>
  return <h4 className={className}>{words}</h4>
}

function items(node: JsonObject, context: Context): ReactNode {
  const listItems = asList(node.content).filter((item) => item.type === 'listItem')
  return staticList(listItems, (item) => <li className="[&>p]:my-1">{flow(item.content, context)}</li>)
}
