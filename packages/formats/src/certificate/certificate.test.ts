import { type Day, parseDay } from '@gs/domain'
import { makeCode } from '@gs/domain/issuance'
import { describe, expect, it } from 'vitest'
import { type Certificate, qrSvg, renderCertificate } from './index.ts'

function day(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

const code = makeCode(new Uint8Array(19).fill(7))
const certificate: Certificate = {
  locale: 'en',
  kind: 'specialization',
  state: 'valid',
  issuer: 'Test Academy',
  title: 'Corrective Exercise',
  holderName: 'Ana Núñez',
  issuedOn: day('2026-03-02'),
  expiresOn: null,
  number: 'GS-2026-0000-0000',
  code,
  verifyUrl: `http://localhost:3000/verify/${code}`,
  notice: null,
}
const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
const pagesOf = (pdf: Uint8Array): number => textOf(pdf).match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

describe('the certificate', () => {
  it('is one tagged sheet that claims PDF/UA-1, with language and title', () => {
    const pdf = textOf(renderCertificate(certificate))
    expect(pdf.startsWith('%PDF-1.')).toBe(true)
    expect(pdf).toContain('pdfuaid:part')
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('/Lang (en)')
    expect(pdf).toContain('Certificate of specialization: Corrective Exercise')
    expect(pagesOf(renderCertificate(certificate))).toBe(1)
  })

  it('speaks Spanish and says the language', () => {
    const pdf = textOf(
      renderCertificate({ ...certificate, locale: 'es', kind: 'certification', expiresOn: day('2028-03-02') }),
    )
    expect(pdf).toContain('/Lang (es)')
    expect(pdf).toContain('pdfuaid:part')
  })

  it('sets every state, and is the same for the same record', () => {
    const valid = renderCertificate(certificate)
    expect(textOf(renderCertificate(certificate))).toBe(textOf(valid))
    for (const state of ['expired', 'superseded', 'revoked'] as const)
      expect(textOf(renderCertificate({ ...certificate, state }))).not.toBe(textOf(valid))
  })

  it('takes names and titles as text, never as markup, on one sheet', () => {
    const hostile = [
      '#panic("x")',
      '*a* _b_ $1/0$ @x <y> \\',
      '#read("/etc/passwd")',
      '")\n#panic()',
      'x'.repeat(120),
      '🦊 李小龙',
    ]
    for (const text of hostile) {
      const pdf = renderCertificate({ ...certificate, holderName: text, title: text, issuer: text, notice: text })
      expect(pagesOf(pdf), text).toBe(1)
      expect(textOf(pdf)).toContain('/StructTreeRoot')
    }
  })
})

describe('the QR code', () => {
  it('draws only squares and keeps its quiet zone', () => {
    const svg = qrSvg('http://localhost:3000/verify/X', '#000')
    const [, side] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? []
    const squares = Array.from(svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g), (match) => [Number(match[1]), Number(match[2])])
    expect(squares.length).toBeGreaterThan(200)
    for (const at of squares.flat()) {
      expect(at).toBeGreaterThanOrEqual(4)
      expect(at).toBeLessThan(Number(side) - 4)
    }
  })
})
