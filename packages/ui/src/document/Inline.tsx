import type { ReactNode } from 'react'
import type { LinkAs } from '../link.ts'
import { staticList } from '../static-list.ts'
import { asList, asObject, asText, type JsonObject } from './guards.ts'
import { isExternal, safeHref } from './safe-href.ts'

/** Running text with its marks. */
export function Inline({ content, linkAs }: { content: unknown; linkAs?: LinkAs | undefined }) {
  return staticList(asList(content), (node) => inlineNode(node, linkAs))
}

export function isInline(node: JsonObject): boolean {
  return node.type === 'text' || node.type === 'hardBreak'
}

function inlineNode(node: JsonObject, linkAs: LinkAs | undefined): ReactNode {
  if (node.type === 'hardBreak') return <br />
  if (node.type !== 'text') return null
  return asList(node.marks).reduce<ReactNode>((inner, mark) => marked(inner, mark, linkAs), asText(node.text))
}

function marked(inner: ReactNode, mark: JsonObject, linkAs: LinkAs | undefined): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong className="font-semibold text-ink">{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'code':
      return <code className="rounded bg-sunken px-1 py-0.5 font-mono text-[0.9em]">{inner}</code>
    case 'link':
      return (
        <DocumentLink href={asObject(mark.attrs).href} linkAs={linkAs}>
          {inner}
        </DocumentLink>
      )
    default:
      return inner
  }
}

/** A link if its address is safe, else its words alone. */
export function DocumentLink(props: { href: unknown; linkAs?: LinkAs | undefined; children: ReactNode }) {
  const href = safeHref(props.href)
  if (href === undefined) return props.children
  const className = 'font-medium text-accent-ink underline decoration-1 underline-offset-3 hover:decoration-2'
  if (isExternal(href)) {
    return (
      <a href={href} rel="noopener noreferrer" className={className}>
        {props.children}
      </a>
    )
  }
  const Link = props.linkAs ?? 'a'
  return (
    <Link href={href} className={className}>
      {props.children}
    </Link>
  )
}
