import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DocumentView } from './DocumentView.tsx'
import { safeHref } from './safe-href.ts'
import type { DocumentNode } from './types.ts'

const labels = { callout: { note: 'Note', practice: 'Practice', warning: 'Careful' }, sources: 'Sources' }
const render = (document: unknown) => renderToStaticMarkup(<DocumentView document={document} labels={labels} />)
const withContent = (...content: unknown[]) => render({ schema: 1, content })

describe('links of a document', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'http://example.org',
    '//example.org/x',
    '/\\example.org',
    'mailto:a@example.org',
    '',
  ])('%j is not followed', (href) => {
    const markup = withContent({
      type: 'paragraph',
      content: [{ type: 'text', text: 'words', marks: [{ type: 'link', attrs: { href } }] }],
    })
    expect(markup).not.toContain('<a')
    expect(markup).toContain('words')
  })

  it.each(['https://example.org/a?b=c:d', '/learn/1', '#part', '../x', 'x/y?z=a:b'])('%j is followed', (href) => {
    expect(safeHref(href)).toBe(href)
  })

  it('keeps no accepted address that a browser would read as script', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('javascript:', 'data:', 'vbscript:'),
        (noise, scheme) => {
          const href = safeHref(`${noise}${scheme}alert(1)`)
          if (href === undefined) return
          expect(['https:', 'http:']).toContain(new URL(href, 'http://here.example').protocol)
        },
      ),
    )
  })
})

describe('the renderer', () => {
  it('draws the examples of the format note', () => {
    const note = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    const [whole, figure] = [...note.matchAll(/```json\n([\s\S]*?)```/g)].map((found) => JSON.parse(found[1] ?? ''))
    const markup = render(whole)
    expect(markup).toContain('<h2')
    expect(markup).toContain('<strong')
    expect(markup).toMatch(/<th scope="col"[^>]*>Rating<\/th>/)
    expect(markup).toContain('aria-label="Practice"')
    expect(markup).toContain('href="https://health.gov/paguidelines"')
    const drawing = withContent(figure)
    expect(drawing).toContain('role="img"')
    expect(drawing).toContain('viewBox="0 0 480 220"')
    expect(drawing).toContain('var(--color-accent)')
    expect(drawing).toContain('<figcaption')
  })

  it('leaves out what it does not know and keeps the rest', () => {
    const markup = withContent(
      { type: 'iframe', attrs: { src: 'https://example.org' } },
      {
        type: 'paragraph',
        content: [
          { type: 'mention', text: 'gone' },
          { type: 'text', text: 'kept' },
        ],
      },
    )
    expect(markup).toContain('kept')
    expect(markup).not.toContain('gone')
    expect(markup).not.toContain('example.org')
  })

  it('renders nothing of another schema', () => {
    expect(render({ schema: 2, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] })).toBe('')
    expect(render(null)).toBe('')
  })

  it('escapes text', () => {
    expect(withContent({ type: 'paragraph', content: [{ type: 'text', text: '<script>' }] })).toContain(
      '&lt;script&gt;',
    )
  })

  it('takes colours from tokens and numbers from numbers', () => {
    const svg = {
      viewBox: '0 0 10 10',
      shapes: [
        { kind: 'circle', cx: 1, cy: 2, r: 3, fill: 'url(https://example.org)' },
        { kind: 'rect', x: '1', y: 1, width: 1, height: 1 },
        { kind: 'path', d: 'M0 0" onload="x' },
        { kind: 'foreignObject' },
      ],
    }
    const markup = withContent({ type: 'figure', attrs: { svg, alt: 'A', caption: 'C' } })
    expect(markup).toContain('<circle')
    for (const absent of ['example.org', '<rect', '<path', 'onload', 'foreignObject'])
      expect(markup).not.toContain(absent)
  })

  it('bows an arrow to the left of its direction', () => {
    const arrow = { kind: 'arrow', x1: 0, y1: 50, x2: 100, y2: 50, bend: 10 }
    const markup = withContent({
      type: 'figure',
      attrs: { svg: { viewBox: '0 0 100 100', shapes: [arrow] }, alt: '', caption: '' },
    })
    expect(markup).toContain('M0 50 Q50 30 100 50')
  })

  it('never throws', () => {
    const node = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.record(
        {
          type: fc.constantFrom(
            'paragraph',
            'heading',
            'bulletList',
            'listItem',
            'callout',
            'figure',
            'table',
            'tableRow',
            'tableCell',
            'text',
            'sourceList',
            'source',
            'x',
          ),
          attrs: fc.anything(),
          text: fc.anything(),
          marks: fc.oneof(
            fc.anything(),
            fc.array(fc.record({ type: fc.constantFrom('bold', 'link', 'y'), attrs: fc.anything() })),
          ),
          content: fc.oneof(fc.anything(), fc.array(tie('node'), { maxLength: 4 })),
        },
        { requiredKeys: ['type'] },
      ),
    })).node
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (content) => {
        expect(typeof render({ schema: 1, content })).toBe('string')
      }),
      { numRuns: 200 },
    )
  })

  it('accepts its own type', () => {
    const document = {
      schema: 1,
      content: [{ type: 'callout', attrs: { tone: 'warning' }, content: [{ type: 'text', text: 'Stop at pain.' }] }],
    } satisfies DocumentNode
    expect(render(document)).toContain('Careful')
  })
})
